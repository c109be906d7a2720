package org.ohmgrad.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. A settings record may have components of this type: any value fits. */
public sealed interface Json {
    /** Where the value begins. */
    Place place();

    /** The value in the words of an error message, for example {@code the text "4"}. */
    String words();

    /** One text for one meaning: sorted keys, equal numbers spelt alike, no white space. */
    default String canonical() {
        return CanonicalJson.text(this);
    }

    /**
     * A string.
     *
     * @param place where it stands
     * @param value its characters, escapes resolved
     */
    record Text(Place place, String value) implements Json {
        @Override
        public String words() {
            return "the text " + CanonicalJson.quoted(Names.clipped(value));
        }
    }

    /**
     * A number with its exact spelling.
     *
     * @param place where it stands
     * @param spelling as written in the file
     */
    record Decimal(Place place, String spelling) implements Json {
        @Override
        public String words() {
            return "the number " + Names.clipped(spelling);
        }

        /** The exact value. */
        public BigDecimal value() {
            return new BigDecimal(spelling);
        }
    }

    /**
     * True or false.
     *
     * @param place where it stands
     * @param value which of the two
     */
    record Flag(Place place, boolean value) implements Json {
        @Override
        public String words() {
            return String.valueOf(value);
        }
    }

    /**
     * An array.
     *
     * @param place where it begins
     * @param items its values in order
     */
    record Array(Place place, List<Json> items) implements Json {
        /** Copies the list. */
        public Array {
            items = List.copyOf(items);
        }

        @Override
        public String words() {
            return "an array";
        }
    }

    /**
     * An object.
     *
     * @param place where it begins
     * @param members its values in the order of the file
     * @param keys where each key stands
     */
    record Table(Place place, Map<String, Json> members, Map<String, Place> keys) implements Json {
        /** Copies the maps. */
        public Table {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            keys = Map.copyOf(keys);
        }

        @Override
        public String words() {
            return "an object";
        }
    }

    /**
     * A value that could not be read; the problem is reported where it was met.
     *
     * @param place where it stands
     */
    record Unreadable(Place place) implements Json {
        @Override
        public String words() {
            return "not readable";
        }
    }
}
