package org.ohmgrad.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words why a text is not JSON; depends on the place the parser stopped at, not on its wording. */
final class SyntaxWords {
    private static final int LOOK_BACK = 40;
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}_$]+");
    private static final Pattern NUMBER_END = Pattern.compile("[-+.\\deE]*$");

    private SyntaxWords() {}

    static String of(JsonProcessingException failure, String text) {
        if (failure instanceof StreamConstraintsException) {
            return "is nested deeper than " + TreeReader.DEEPEST + " levels";
        }
        int at = (int) failure.getLocation().getCharOffset();
        if (failure instanceof JsonEOFException || at >= text.length()) {
            return "ends in the middle of a value: is it cut off?";
        }
        return unexpected(text, Math.max(at, 0));
    }

    private static String unexpected(String text, int at) {
        char found = text.charAt(at);
        String before = text.substring(Math.max(0, at - LOOK_BACK), at).stripTrailing();
        if (found == '/' || found == '#') {
            return "comments are not part of JSON";
        } else if (found == '\'') {
            return "text must stand in double quotes";
        } else if (found < ' ') {
            return "a text must end on the line it began on";
        } else if ((found == '}' || found == ']') && before.endsWith(",")) {
            return "no comma may stand before " + found;
        } else if (before.endsWith("\\") || before.matches("(?s).*\\\\u\\p{XDigit}{0,3}")) {
            return "a backslash in a text must begin one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000";
        } else if (inNumber(text, at)) {
            return "a number needs a digit on both sides of its point, no plus sign and no leading zero";
        }
        return "\"{[0123456789-".indexOf(found) >= 0
                ? "a comma or a colon is missing before this"
                : unexpectedWord(text, at);
    }

    private static String unexpectedWord(String text, int at) {
        boolean word = WORD.matcher(text).region(at, text.length()).lookingAt();
        return "unexpected " + word(text, at)
                + (word ? ": only numbers, true and false stand without double quotes" : "");
    }

    private static boolean inNumber(String text, int at) {
        Matcher end = NUMBER_END.matcher(text.substring(Math.max(0, at - LOOK_BACK), at));
        char found = text.charAt(at);
        boolean goesOn = end.find() && !end.group().isEmpty() && ".eE0123456789".indexOf(found) >= 0;
        return goesOn || found == '.' || found == '+' || (at > 0 && text.charAt(at - 1) == '+');
    }

    private static String word(String text, int at) {
        Matcher word = WORD.matcher(text).region(at, text.length());
        String found = word.lookingAt() ? word.group() : new String(Character.toChars(text.codePointAt(at)));
        return CanonicalJson.quoted(found.length() > 30 ? found.substring(0, 30) : found);
    }
}
