package org.ohmgrad.config;

import java.util.Optional;

/**
 * One component of a settings record.
 *
 * @param name key in JSON
 * @param kind how its value stands in JSON
 * @param standard default as JSON text, if it may be left out
 */
record Component(String name, Kind kind, Optional<String> standard) {
    /** Binds the component of one object: the replaced, written or default value. */
    Optional<Bound> bind(Visit record, Json.Table table) {
        Visit here = record.child(name);
        Place absent = table.place().child(name);
        Optional<Json> written = Optional.ofNullable(table.members().get(name));
        Optional<Json> writtenOrStandard = written.or(() -> standard.map(text -> Documents.standard(text, absent)));
        Optional<Json> given =
                here.given(writtenOrStandard, written.map(Json::place).orElse(absent));
        if (given.isEmpty()) {
            here.run().gaveUp(here.pointer());
            record.report(table.place(), "the key " + CanonicalJson.quoted(name) + " is missing");
        }
        return given.flatMap(json -> here.bind(kind, json));
    }
}
