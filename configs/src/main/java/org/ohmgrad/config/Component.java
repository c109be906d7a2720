package org.ohmgrad.config;

import java.util.Optional;

/**
 * One component of a settings record.
 *
 * @param name key in JSON
 * @param kind how its value stands in JSON
 * @param standard default as JSON text, if it may be left out
 * @param where the key that must be given for it to be left out; empty if it may always be
 */
record Component(String name, Kind kind, Optional<String> standard, String where) {
    /** Binds the component of one object: the replaced, written or default value. */
    Optional<Bound> bind(Visit record, Json.Table table) {
        Visit here = record.child(name);
        Place absent = table.place().child(name);
        Optional<Json> written = Optional.ofNullable(table.members().get(name));
        Optional<Json> writtenOrStandard = written.or(
                () -> standard.filter(text -> mayBeLeftOut(table)).map(text -> Documents.standard(text, absent)));
        Optional<Json> given =
                here.given(writtenOrStandard, written.map(Json::place).orElse(absent));
        if (given.isEmpty()) {
            here.run().gaveUp(here.pointer());
            record.report(
                    table.place(),
                    "the key " + CanonicalJson.quoted(name) + " is missing"
                            + (where.isEmpty() ? "" : ", or " + CanonicalJson.quoted(where) + " in its place"));
        }
        return given.flatMap(json -> here.bind(kind, json));
    }

    private boolean mayBeLeftOut(Json.Table table) {
        return where.isEmpty() || table.members().containsKey(where);
    }

    /** Whether an object must name it, whatever else it names. */
    boolean isRequired() {
        return standard.isEmpty();
    }
}
