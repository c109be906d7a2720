package org.ohmgrad.config;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Map;

/** Javadoc as plain text: exponents as in 2^b, links by their words, no marks. */
final class JavadocText extends SimpleDocTreeVisitor<Void, StringBuilder> {
    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&");

    // Where the exponent begins that is being read.
    private int exponent = -1;

    private JavadocText() {}

    /** The text of a comment's part, its white space single. */
    static String of(List<? extends DocTree> trees) {
        StringBuilder text = new StringBuilder();
        new JavadocText().visit(trees, text);
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    @Override
    public Void visitText(TextTree tree, StringBuilder text) {
        text.append(tree.getBody());
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree tree, StringBuilder text) {
        text.append(tree.getBody().getBody());
        return null;
    }

    @Override
    public Void visitEntity(EntityTree tree, StringBuilder text) {
        text.append(ENTITIES.getOrDefault(tree.getName().toString(), tree.toString()));
        return null;
    }

    @Override
    public Void visitLink(LinkTree tree, StringBuilder text) {
        if (tree.getLabel().isEmpty()) {
            String signature = tree.getReference().getSignature();
            text.append(signature.replaceFirst("^[\\w.]*\\.(?=\\w+(#.*)?$)", ""));
        } else {
            visit(tree.getLabel(), text);
        }
        return null;
    }

    @Override
    public Void visitStartElement(StartElementTree tree, StringBuilder text) {
        if (tree.getName().contentEquals("sup")) {
            exponent = text.length();
        }
        return null;
    }

    @Override
    public Void visitEndElement(EndElementTree tree, StringBuilder text) {
        if (tree.getName().contentEquals("sup") && exponent >= 0) {
            String power = text.substring(exponent);
            text.setLength(exponent);
            text.append(isSum(power) ? "^(" + power + ")" : "^" + power);
            exponent = -1;
        }
        return null;
    }

    private static boolean isSum(String power) {
        return power.matches(".*[^-][-+ ].*");
    }
}
