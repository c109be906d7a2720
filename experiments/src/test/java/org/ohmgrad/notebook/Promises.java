package org.ohmgrad.notebook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a lesson says one should see: its lines that begin with {@code //>}. Each must be a whole line of the output, in
 * the same order; spaces may be wider there, {@code #} stands for any digit and three dots for any text.
 */
final class Promises {
    private static final String MARK = "//>";

    private Promises() {}

    static List<String> of(String lesson) {
        return lesson.lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).strip())
                .toList();
    }

    /** The first promise that the rest of the output does not keep; empty text if all are kept. */
    static String firstBroken(List<String> promises, String output) {
        List<String> rest = output.lines().toList();
        for (String promise : promises) {
            int at = find(promise, rest);
            if (at < 0) {
                return promise;
            }
            rest = rest.subList(at + 1, rest.size());
        }
        return "";
    }

    private static int find(String promise, List<String> lines) {
        Pattern pattern = pattern(promise);
        for (int at = 0; at < lines.size(); at++) {
            if (pattern.matcher(lines.get(at).strip()).matches()) {
                return at;
            }
        }
        return -1;
    }

    private static Pattern pattern(String promise) {
        String literal = Pattern.quote(promise);
        return Pattern.compile(literal.replaceAll(" +", "\\\\E +\\\\Q")
                .replace("#", "\\E[0-9]\\Q")
                .replace("...", "\\E.*\\Q"));
    }
}
