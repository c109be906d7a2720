package org.ohmgrad.report.text;

import java.util.regex.Pattern;

/** Text inside HTML, SVG and Markdown, where it can only be read: no tag, link, picture or heading comes of it. */
public final class Markup {
    /** What would begin a heading, a list, a quotation or a rule where a paragraph begins. */
    private static final Pattern OPENING = Pattern.compile("^(\\d*)([#+.)-](?=[\\s#+-]|$)|>)");

    private Markup() {}

    /** Text with the characters that mean something in HTML and XML escaped. */
    public static String escaped(String text) {
        return PlainText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Text for a cell of a Markdown table, on one line. */
    public static String markdown(String text) {
        return PlainText.line(text)
                .replaceAll("[\\\\`*_\\[\\]|~$]", "\\\\$0")
                .replaceAll("&(?=[#A-Za-z])", "&amp;")
                .replace("<", "&lt;");
    }

    /** Text for a paragraph, an item of a list or a heading of its own. */
    public static String paragraph(String text) {
        return OPENING.matcher(markdown(text.strip())).replaceFirst("$1\\\\$2");
    }

    /** A block of code that ends only where it should. */
    public static String code(String text) {
        var plain = PlainText.of(text);
        var fence = "```";
        while (plain.contains(fence)) {
            fence += "`";
        }
        return fence + "\n" + plain + "\n" + fence + "\n";
    }
}
