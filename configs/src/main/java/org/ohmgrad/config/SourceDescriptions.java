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
        return firstSentence(plain(tag.find() ? javadoc.substring(0, tag.start()) : javadoc));
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
                .map(call -> rule(call, source, type))
                .toList();
    }

    private Rule rule(JavaText.Call call, JavaText source, Class<?> type) {
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
            default -> Rule.inWords(sentence(message(arguments.get(arguments.size() - 1), source, type)));
        };
    }

    /** The expression itself, or what a constant of this class or of another one in its package stands for. */
    private Message message(String expression, JavaText source, Class<?> type) {
        if (!expression.matches("(\\w+\\.)?[A-Z][A-Z0-9_]*")) {
            return new Message(expression, source);
        }
        int dot = expression.indexOf('.');
        JavaText owner = dot < 0 ? source : find(type.getPackageName() + "." + expression.substring(0, dot));
        return new Message(owner.constant(expression.substring(dot + 1)).orElse(expression), owner);
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

    /** A text with its source, in which constants have their values. */
    private record Message(String expression, JavaText source) {
        /** The texts and the constants of a sum, one after the other; what is known only at run time is an ellipsis. */
        String words() {
            StringBuilder words = new StringBuilder();
            Matcher literals = LITERALS.matcher(expression);
            int end = 0;
            while (literals.find()) {
                words.append(between(expression.substring(end, literals.start())))
                        .append(literals.group(1).replace("\\\"", "\""));
                end = literals.end();
            }
            return words.append(between(expression.substring(end))).toString();
        }

        private String between(String code) {
            String operand = code.replaceAll("^[\\s+]+|[\\s+]+$", "");
            return operand.isEmpty()
                    ? ""
                    : number(operand, source).map(BigDecimal::toPlainString).orElse("…");
        }
    }

    /**
     * The words of a message up to the value it ends with: "must be odd but is " + value becomes "must be odd". What stands in
     * brackets and is known only at run time is left out.
     */
    private static String sentence(Message message) {
        return message.words()
                .replaceAll(",? but (is|are|has|was)\\b.*$", "")
                .replaceAll("…$", "")
                .replaceAll(" \\([^()]*…[^()]*\\)", "")
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
                .replaceAll("<sup>([^<]*[^<-][-+ ][^<]*)</sup>", "^($1)")
                .replaceAll("<sup>([^<]*)</sup>", "^$1")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private JavaText source(Class<?> type) {
        Class<?> top = type.getNestHost();
        return sources.computeIfAbsent(top, host -> find(host.getName()));
    }

    private JavaText find(String top) {
        String file = top.replace('.', '/') + ".java";
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
