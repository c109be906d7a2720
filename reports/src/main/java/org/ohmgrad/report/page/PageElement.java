package org.ohmgrad.report.page;

import java.util.List;
import org.ohmgrad.report.figure.Figure;
import org.ohmgrad.report.text.Markup;
import org.ohmgrad.report.text.PlainText;

/** A piece of a report, which can write itself as HTML and as Markdown. */
sealed interface PageElement {
    String html();

    String markdown();

    /** A heading; level 1 is the title. */
    record Heading(int level, String text) implements PageElement {
        @Override
        public String html() {
            return "<h%1$d>%2$s</h%1$d>\n".formatted(level, Markup.escaped(text));
        }

        @Override
        public String markdown() {
            return "#".repeat(level) + " " + Markup.paragraph(text) + "\n\n";
        }
    }

    /** A paragraph; one that matters before all else is set off. */
    record Text(String text, boolean warning) implements PageElement {
        @Override
        public String html() {
            return "<p%s>%s</p>\n".formatted(warning ? " class=\"warning\"" : "", Markup.escaped(text));
        }

        @Override
        public String markdown() {
            var escaped = Markup.paragraph(text);
            return (warning ? "> **" + escaped + "**" : escaped) + "\n\n";
        }
    }

    /** A list of sentences. */
    record Bullets(List<String> items) implements PageElement {
        @Override
        public String html() {
            var html = new StringBuilder("<ul>\n");
            items.forEach(
                    item -> html.append("<li>").append(Markup.escaped(item)).append("</li>\n"));
            return html.append("</ul>\n").toString();
        }

        @Override
        public String markdown() {
            var markdown = new StringBuilder();
            items.forEach(
                    item -> markdown.append("- ").append(Markup.paragraph(item)).append('\n'));
            return markdown.append('\n').toString();
        }
    }

    /** A table with its caption. */
    record Tabular(String caption, TextTable table) implements PageElement {
        @Override
        public String html() {
            return table.html(caption);
        }

        @Override
        public String markdown() {
            return "*" + Markup.markdown(caption) + "*\n\n" + table.markdown() + "\n";
        }
    }

    /** A figure with its caption: drawn in the page, or linked from the text. */
    record Drawn(int number, Figure figure, boolean dots) implements PageElement {
        private String caption() {
            return "Figure " + number + ". " + figure.caption();
        }

        @Override
        public String html() {
            return "<figure>\n<div tabindex=\"0\">\n%s</div>\n<figcaption>%s</figcaption>\n</figure>\n"
                    .formatted(figure.picture().svg(), Markup.escaped(caption()));
        }

        @Override
        public String markdown() {
            var picture = figure.picture();
            return "![%s](figures/%s.%s)\n\n*%s*\n\n"
                    .formatted(
                            Markup.markdown(picture.title()),
                            picture.name(),
                            dots ? "png" : "svg",
                            Markup.markdown(caption()));
        }
    }

    /** Something long that a reader may open. */
    record Folded(String summary, PageElement content) implements PageElement {
        @Override
        public String html() {
            return "<details>\n<summary>%s</summary>\n%s</details>\n"
                    .formatted(Markup.escaped(summary), content.html());
        }

        @Override
        public String markdown() {
            return "<details>\n<summary>%s</summary>\n\n%s</details>\n\n"
                    .formatted(Markup.escaped(PlainText.line(summary)), content.markdown());
        }
    }

    /** Text as it stands, such as settings. */
    record Verbatim(String text) implements PageElement {
        @Override
        public String html() {
            return "<pre>%s</pre>\n".formatted(Markup.escaped(text));
        }

        @Override
        public String markdown() {
            return Markup.code(text) + "\n";
        }
    }
}
