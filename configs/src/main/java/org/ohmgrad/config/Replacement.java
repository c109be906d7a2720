package org.ohmgrad.config;

/** A value that takes another's place. */
sealed interface Replacement {
    /** The value, given the place of the value it replaces. */
    Json at(Place place, Problems problems);

    /** Where to blame it, given the document's root. */
    Place from(Place root);

    /** A value that stands in some file. */
    record ByValue(Json value) implements Replacement {
        @Override
        public Json at(Place place, Problems problems) {
            return value;
        }

        @Override
        public Place from(Place root) {
            return value.place();
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
    }
}
