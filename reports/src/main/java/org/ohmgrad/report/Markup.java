package org.ohmgrad.report;

/** Text inside HTML, SVG and Markdown. */
final class Markup {
    private Markup() {}

    /** Text with the characters that mean something in HTML and XML escaped; control characters are left out. */
    static String escaped(String text) {
        var escaped = new StringBuilder();
        text.codePoints().filter(c -> c >= ' ' || c == '\n' || c == '\t').forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Text for a cell of a Markdown table or a paragraph. */
    static String markdown(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;")
                .replace('\n', ' ');
    }
}
