package org.ohmgrad.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of one Java source file, with a copy in which comments and literals are blanks, to search safely. */
final class JavaText {
    private static final Pattern HIDDEN = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*" + "|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*'",
            Pattern.DOTALL);

    private final String text;
    private final String code;
    private final List<int[]> javadocs = new ArrayList<>();

    JavaText(String text) {
        this.text = text;
        StringBuilder masked = new StringBuilder(text);
        Matcher hidden = HIDDEN.matcher(text);
        while (hidden.find()) {
            for (int i = hidden.start(); i < hidden.end(); i++) {
                masked.setCharAt(i, ' ');
            }
            if (hidden.group().startsWith("/**")) {
                javadocs.add(new int[] {hidden.start(), hidden.end()});
            }
        }
        this.code = masked.toString();
    }

    /** Where a type is declared. */
    Optional<Integer> declaration(String simpleName) {
        Matcher declared = Pattern.compile("\\b(?:record|interface|enum|class)\\s+" + simpleName + "\\b")
                .matcher(code);
        return declared.find() ? Optional.of(declared.start()) : Optional.empty();
    }

    /** The Javadoc right before a declaration, between its comment marks. */
    String javadocBefore(int declaration) {
        return javadocs.stream()
                .filter(doc -> doc[1] <= declaration
                        && !code.substring(doc[1], declaration).matches("(?s).*[;{}].*"))
                .reduce((earlier, later) -> later)
                .map(doc -> text.substring(doc[0] + 3, doc[1] - 2))
                .orElse("");
    }

    /** The span of a record's compact constructor, braces included. */
    Optional<Span> compactConstructor(int declaration, String simpleName) {
        Span body = block(code.indexOf('{', declaration));
        Matcher compact =
                Pattern.compile("\\b" + simpleName + "\\s*\\{").matcher(code).region(body.start(), body.end());
        return compact.find() ? Optional.of(block(compact.end() - 1)) : Optional.empty();
    }

    /** Calls of methods with a text literal as first argument, in their order. */
    List<Call> calls(Span span) {
        List<Call> calls = new ArrayList<>();
        Matcher call = Pattern.compile("\\.\\s*(\\w+)\\s*\\(").matcher(code).region(span.start(), span.end());
        while (call.find()) {
            calls.add(new Call(call.group(1), arguments(call.end())));
        }
        return calls;
    }

    private List<String> arguments(int start) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = start;
        for (int at = start; depth >= 0 && at < code.length(); at++) {
            char c = code.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || (depth == 0 && c == ',')) {
                arguments.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        return arguments;
    }

    /** The text between a constant's equals sign and its semicolon. */
    Optional<String> constant(String name) {
        Matcher constant =
                Pattern.compile("\\b" + Pattern.quote(name) + "\\s*=([^;]+);").matcher(code);
        return constant.find()
                ? Optional.of(text.substring(constant.start(1), constant.end(1)).strip())
                : Optional.empty();
    }

    private Span block(int open) {
        int depth = 0;
        for (int at = Math.max(open, 0); at < code.length(); at++) {
            depth += code.charAt(at) == '{' ? 1 : code.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return new Span(open, at + 1);
            }
        }
        return new Span(open, code.length());
    }

    /**
     * Part of the text.
     *
     * @param start first character
     * @param end behind the last
     */
    record Span(int start, int end) {}

    /**
     * A method call.
     *
     * @param method its name
     * @param arguments their source text
     */
    record Call(String method, List<String> arguments) {}
}
