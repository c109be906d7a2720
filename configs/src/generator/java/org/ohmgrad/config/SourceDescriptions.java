package org.ohmgrad.config;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Descriptions from the source itself, as the compiler parses it: meanings from Javadoc, rules from the calls of
 * {@link org.ohmgrad.settings.Check} in compact constructors. Needs the source and a JDK, so only the build uses it.
 */
public final class SourceDescriptions implements Descriptions {
    private static final String UNKNOWN = "…";

    private final List<Path> roots;
    private final Map<String, SourceTree> sources = new HashMap<>();

    /**
     * Reads below these folders.
     *
     * @param roots source folders, each the parent of {@code org}
     */
    public SourceDescriptions(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    @Override
    public String type(Class<?> type) {
        return javadoc(type)
                .map(DocCommentTree::getFullBody)
                .map(JavadocText::of)
                .map(SourceDescriptions::firstSentence)
                .orElse("");
    }

    /** Up to the first full stop that stands outside brackets and not behind an initial, as in M. Curie. */
    private static String firstSentence(String body) {
        int depth = 0;
        for (int at = 0; at < body.length(); at++) {
            char c = body.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            boolean followed = at + 1 < body.length() && body.charAt(at + 1) != ' ';
            if (depth <= 0 && ".!?".indexOf(c) >= 0 && !followed && !isInitial(body, at)) {
                return body.substring(0, at + 1);
            }
        }
        return body;
    }

    private static boolean isInitial(String body, int stop) {
        boolean isLast = stop + 1 >= body.length();
        return !isLast && body.substring(0, stop).matches("(?s)(.*[\\s.])?[A-Z]");
    }

    @Override
    public String component(Class<?> type, String component) {
        return javadoc(type).stream()
                .flatMap(comment -> comment.getBlockTags().stream())
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(param -> param.getName().getName().contentEquals(component))
                .map(param -> JavadocText.of(param.getDescription()))
                .findFirst()
                .orElse("");
    }

    private Optional<DocCommentTree> javadoc(Class<?> type) {
        return source(type).javadoc(type.getSimpleName());
    }

    @Override
    public List<Rule> rules(Class<?> type, String component) {
        SourceTree source = source(type);
        return source.checks(type.getSimpleName()).stream()
                .filter(call -> call.component().equals(component))
                .map(call -> rule(call, new Values(source, type.getPackageName())))
                .toList();
    }

    private static Rule rule(SourceTree.Call call, Values values) {
        List<? extends ExpressionTree> arguments = call.arguments();
        Optional<BigDecimal> zero = Optional.of(BigDecimal.ZERO);
        return switch (call.method()) {
            case "inRange" ->
                new Rule(
                        "in [" + values.words(arguments.get(2)) + ", " + values.words(arguments.get(3)) + "]",
                        values.number(arguments.get(2)),
                        Optional.empty(),
                        values.number(arguments.get(3)));
            case "atLeast" ->
                new Rule(
                        "at least " + values.words(arguments.get(2)),
                        values.number(arguments.get(2)),
                        Optional.empty(),
                        Optional.empty());
            case "positive" -> new Rule("positive", Optional.empty(), zero, Optional.empty());
            case "notNegative" -> new Rule("not negative", zero, Optional.empty(), Optional.empty());
            default -> Rule.inWords(sentence(values.words(arguments.get(arguments.size() - 1))));
        };
    }

    /**
     * A message up to the value it ends with: "must be odd but is " + value becomes "must be odd". What stands in brackets and
     * is known only at run time is left out.
     */
    private static String sentence(String message) {
        return message.replaceAll(",? but (is|are|has|was)\\b.*$", "")
                .replaceAll(UNKNOWN + "$", "")
                .replaceAll(" \\([^()]*" + UNKNOWN + "[^()]*\\)", "")
                .strip();
    }

    /** What expressions of a source are known to be without running it. */
    private final class Values {
        private final SourceTree source;
        private final String packageName;

        Values(SourceTree source, String packageName) {
            this.source = source;
            this.packageName = packageName;
        }

        /** A number or text, with constants in place of their names; an ellipsis for what only the running program knows. */
        String words(Tree expression) {
            if (expression instanceof ParenthesizedTree inner) {
                return words(inner.getExpression());
            } else if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return words(sum.getLeftOperand()) + words(sum.getRightOperand());
            } else if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return text;
            }
            return number(expression)
                    .map(BigDecimal::toPlainString)
                    .or(() -> constant(expression).map(found -> found.in.words(found.expression)))
                    .orElse(UNKNOWN);
        }

        Optional<BigDecimal> number(Tree expression) {
            if (expression instanceof UnaryTree minus && minus.getKind() == Tree.Kind.UNARY_MINUS) {
                return number(minus.getExpression()).map(BigDecimal::negate);
            } else if (expression instanceof LiteralTree literal) {
                return literal.getValue() instanceof Number value
                        ? Optional.of(shortest(new BigDecimal(value.toString())))
                        : Optional.empty();
            }
            return constant(expression).flatMap(found -> found.in.number(found.expression));
        }

        private BigDecimal shortest(BigDecimal value) {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }

        private Optional<Constant> constant(Tree expression) {
            if (expression instanceof IdentifierTree name) {
                return constant(this, name.getName().toString());
            } else if (expression instanceof MemberSelectTree member
                    && member.getExpression() instanceof IdentifierTree owner) {
                return source(packageName + "." + owner.getName())
                        .flatMap(other -> constant(
                                new Values(other, packageName),
                                member.getIdentifier().toString()));
            }
            return Optional.empty();
        }

        private Optional<Constant> constant(Values where, String name) {
            return where.source.constant(name).map(expression -> new Constant(expression, where));
        }

        private record Constant(ExpressionTree expression, Values in) {}
    }

    private SourceTree source(Class<?> type) {
        String top = type.getNestHost().getName();
        return source(top).orElseThrow(() -> new IllegalArgumentException("no source of " + top + " under " + roots));
    }

    private Optional<SourceTree> source(String top) {
        if (!sources.containsKey(top)) {
            String file = top.replace('.', '/') + ".java";
            roots.stream()
                    .map(root -> root.resolve(file))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(found -> sources.put(top, new SourceTree(found)));
        }
        return Optional.ofNullable(sources.get(top));
    }
}
