package org.ohmgrad.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Descriptions from the source itself: meanings from Javadoc, rules from the calls of
 * {@link org.ohmgrad.settings.Check} in compact constructors. Needs the source, so only the build uses it.
 */
public final class SourceDescriptions implements Descriptions {
    private static final Pattern FIRST_SENTENCE = Pattern.compile("^(.*?[.:!?])(?:\\s|$)", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@\\w+");
    private static final Pattern LITERALS = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");

    private final List<Path> roots;
    private final Map<Class<?>, JavaText> sources = new HashMap<>();

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
        String javadoc = javadoc(type);
        Matcher tag = TAG.matcher(javadoc);
        String body = plain(tag.find() ? javadoc.substring(0, tag.start()) : javadoc);
        Matcher sentence = FIRST_SENTENCE.matcher(body);
        return sentence.find() ? sentence.group(1) : body;
    }

    @Override
    public String component(Class<?> type, String component) {
        Matcher param = Pattern.compile("(?ms)^\\s*@param\\s+" + component + "\\s+(.*?)(?=^\\s*@\\w+|\\z)")
                .matcher(javadoc(type));
        return param.find() ? plain(param.group(1)) : "";
    }

    @Override
    public List<Rule> rules(Class<?> type, String component) {
        JavaText source = source(type);
        return source
                .declaration(type.getSimpleName())
                .flatMap(at -> source.compactConstructor(at, type.getSimpleName()))
                .map(source::calls)
                .orElse(List.of())
                .stream()
                .filter(call -> call.arguments().get(0).equals('"' + component + '"'))
                .map(call -> rule(call, source))
                .toList();
    }

    private static Rule rule(JavaText.Call call, JavaText source) {
        List<String> arguments = call.arguments();
        Optional<BigDecimal> zero = Optional.of(BigDecimal.ZERO);
        return switch (call.method()) {
            case "inRange" ->
                new Rule(
                        "in [" + shown(arguments.get(2), source) + ", " + shown(arguments.get(3), source) + "]",
                        number(arguments.get(2), source),
                        Optional.empty(),
                        number(arguments.get(3), source));
            case "atLeast" ->
                new Rule(
                        "at least " + shown(arguments.get(2), source),
                        number(arguments.get(2), source),
                        Optional.empty(),
                        Optional.empty());
            case "positive" -> new Rule("positive", Optional.empty(), zero, Optional.empty());
            case "notNegative" -> new Rule("not negative", zero, Optional.empty(), Optional.empty());
            default -> Rule.inWords(literal(arguments.get(arguments.size() - 1)));
        };
    }

    private static String shown(String expression, JavaText source) {
        return number(expression, source).map(BigDecimal::toPlainString).orElse(expression);
    }

    private static Optional<BigDecimal> number(String expression, JavaText source) {
        String name = expression.replaceAll("^\\w+\\.(?=[A-Z_]+$)", "");
        String literal = name.matches("[A-Z][A-Z0-9_]*") ? source.constant(name).orElse(name) : name;
        String digits = literal.replace("_", "").replaceAll("(?<=[\\d.])[fFdDL]$", "");
        return digits.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                ? Optional.of(new BigDecimal(digits.replaceAll("\\.(?=$|[eE])", "")))
                : Optional.empty();
    }

    /** The words of a message up to the value it ends with: "must be odd but is " + value becomes "must be odd". */
    private static String literal(String expression) {
        StringBuilder words = new StringBuilder();
        Matcher literals = LITERALS.matcher(expression);
        while (literals.find()) {
            words.append(literals.group(1).replace("\\\"", "\"")).append("…");
        }
        return words.toString()
                .replaceAll("…$", "")
                .replaceAll(",? but (is|are|has|was)\\b.*$", "")
                .strip();
    }

    private String javadoc(Class<?> type) {
        JavaText source = source(type);
        return source.declaration(type.getSimpleName())
                .map(source::javadocBefore)
                .orElse("")
                .replaceAll("(?m)^\\s*\\* ?", "");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|literal|value)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}", "$1")
                .replaceAll("\\{@link(?:plain)?\\s+[^\\s}]+\\s+([^}]+)\\}", "$1")
                .replaceAll("\\{@link(?:plain)?\\s+(?:[\\w.]*\\.)?([^}]+)\\}", "$1")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private JavaText source(Class<?> type) {
        Class<?> top = type.getNestHost();
        return sources.computeIfAbsent(top, this::find);
    }

    private JavaText find(Class<?> top) {
        String file = top.getName().replace('.', '/') + ".java";
        Path found = roots.stream()
                .map(root -> root.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no source of " + top + " under " + roots));
        try {
            return new JavaText(Files.readString(found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
