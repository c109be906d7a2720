package org.ohmgrad.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns one JSON text into a tree of located values and reports what cannot be read. */
final class TreeReader {
    static final int DEEPEST = 64;

    // NaN and Infinity are let through the parser only so that they can be refused where they stand.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST + 8)
                    .maxNumberLength(Sources.LARGEST)
                    .maxNameLength(Sources.LARGEST)
                    .build())
            .build();

    private final String text;
    private final Place origin;
    private final boolean fixed;
    private final Problems problems;
    private final JsonParser parser;

    private TreeReader(String text, Place origin, boolean fixed, Problems problems, JsonParser parser) {
        this.text = text;
        this.origin = origin;
        this.fixed = fixed;
        this.problems = problems;
        this.parser = parser;
    }

    /** Reads a file's text. */
    static Json file(String text, Place top, Problems problems) {
        return read(text, top, false, problems);
    }

    /** Reads a text that stands in for a value at a place: all its values carry that place's line. */
    static Json value(String text, Place place, Problems problems) {
        return read(text, place, true, problems);
    }

    private static Json read(String text, Place origin, boolean fixed, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new TreeReader(text, origin, fixed, problems, parser).document();
        } catch (Refused refused) {
            problems.add(refused.problem);
            return new Json.Unreadable(origin);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory failed to read", impossible);
        }
    }

    private Json document() throws IOException {
        if (next() == null) {
            throw new Refused(origin.problem("is empty: a JSON value is expected"));
        }
        Json root = value(origin.pointer(), 0);
        endOfText();
        return root;
    }

    private void endOfText() throws IOException {
        JsonToken more;
        try {
            more = parser.nextToken();
        } catch (JsonProcessingException e) {
            throw refused(e.getLocation(), "nothing may follow the end of the JSON value");
        }
        if (more != null) {
            throw refused(parser.currentTokenLocation(), "nothing may follow the end of the JSON value");
        }
    }

    private JsonToken next() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw refused(e.getLocation(), SyntaxWords.of(e, text));
        }
    }

    private Json value(String pointer, int depth) throws IOException {
        Place place = place(parser.currentTokenLocation(), pointer);
        if (depth > DEEPEST) {
            throw new Refused(place.problem("is nested deeper than " + DEEPEST + " levels"));
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(place, depth);
            case START_ARRAY -> array(place, depth);
            case VALUE_STRING -> new Json.Text(place, string());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
            case VALUE_TRUE -> new Json.Flag(place, true);
            case VALUE_FALSE -> new Json.Flag(place, false);
            default -> unreadable(place, "null is not a value: leave the key out");
        };
    }

    private String string() throws IOException {
        try {
            return parser.getText();
        } catch (JsonProcessingException e) {
            throw refused(e.getLocation(), SyntaxWords.of(e, text));
        }
    }

    private Json number(Place place) throws IOException {
        String spelling = parser.getText();
        if (parser.isNaN()) {
            return unreadable(place, "must be a finite number but is " + spelling);
        }
        return Numbers.canBeKept(spelling)
                ? new Json.Decimal(place, spelling)
                : unreadable(place, "is a number too long or too large to be kept exactly");
    }

    private Json unreadable(Place place, String rule) {
        problems.add(place.problem(rule));
        return new Json.Unreadable(place);
    }

    private Json array(Place place, int depth) throws IOException {
        List<Json> items = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            items.add(value(place.pointer() + "/" + items.size(), depth + 1));
        }
        return new Json.Array(place, items);
    }

    private Json table(Place place, int depth) throws IOException {
        Map<String, Json> members = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place key = place(parser.currentTokenLocation(), Pointers.child(place.pointer(), name));
            Place first = keys.putIfAbsent(name, key);
            if (first != null) {
                problems.add(key.problem(
                        "the key " + CanonicalJson.quoted(Names.clipped(name)) + " stands here again, first in line " + first.line()));
            }
            next();
            members.putIfAbsent(name, value(key.pointer(), depth + 1));
        }
        return new Json.Table(place, members, keys);
    }

    private Refused refused(JsonLocation location, String rule) {
        return new Refused(place(location, origin.pointer()).problem(rule));
    }

    private Place place(JsonLocation location, String pointer) {
        return fixed
                ? new Place(origin.file(), origin.line(), origin.column(), pointer)
                : new Place(origin.file(), location.getLineNr(), location.getColumnNr(), pointer);
    }

    /** Ends the reading of one text: nothing behind this point can be understood. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Problem problem;

        Refused(Problem problem) {
            super(problem.toString(), null, false, false);
            this.problem = problem;
        }
    }
}
