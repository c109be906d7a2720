package org.ohmgrad.config;

import java.util.Optional;

/** A value that takes another's place. */
sealed interface Replacement {
    /** The value, given the place of the value it replaces. */
    Json at(Place place, Problems problems);

    /** Where the pointer stands that names nothing, given the document's root. */
    Place from(Place root);

    /** Where the value stands, if it stands in a file. */
    Optional<Place> place();

    /** A value that stands in some file, and where its pointer stands. */
    record ByValue(Json value, Place pointer) implements Replacement {
        @Override
        public Json at(Place place, Problems problems) {
            return value;
        }

        @Override
        public Place from(Place root) {
            return pointer;
        }

        @Override
        public Optional<Place> place() {
            return Optional.of(value.place());
        }
    }

    /** A value that stands in no file, given as JSON text: problems name the place it replaces. */
    record ByText(String text) implements Replacement {
        @Override
        public Json at(Place place, Problems problems) {
            return TreeReader.value(text, place, problems);
        }

        @Override
        public Place from(Place root) {
            return root;
        }

        @Override
        public Optional<Place> place() {
            return Optional.empty();
        }
    }
}
