package com.rjchronos.genieacs.setup;

import com.rjchronos.genieacs.command.Reading;
import com.rjchronos.genieacs.wire.Call;
import com.rjchronos.genieacs.wire.Json;
import com.rjchronos.genieacs.wire.Name;
import com.rjchronos.genieacs.wire.NbiClient;
import com.rjchronos.genieacs.wire.Rows;
import com.rjchronos.model.acs.AcsFile;
import com.rjchronos.model.acs.AcsFile.Label;
import com.rjchronos.model.device.Leaf;
import com.rjchronos.model.problem.Problem;
import com.rjchronos.port.AcsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Files over the NBI; what they are for travels in headers. */
public final class NbiFiles implements AcsFiles {
    private static final Pattern TYPE = Pattern.compile("([0-9]{1,2}|X) [\\x20-\\x7E]{1,80}");
    private static final Pattern OUI = Pattern.compile("[0-9A-Fa-f]{6}");
    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]([\\x20-\\x7E]{0,98}[\\x21-\\x7E])?");

    private final Rows rows;
    private final Shelf shelf;

    public NbiFiles(NbiClient client) {
        this.rows = new Rows(client);
        this.shelf = new Shelf(client);
    }

    @Override
    public List<AcsFile> list() {
        return Reading.of(() -> rows.list("files", "", NbiFiles::file));
    }

    @Override
    public void upload(Label label, Path content) {
        String name = Name.FILE.encoded("name", label.name());
        Map<String, String> metadata = new LinkedHashMap<>();
        header(metadata, "fileType", label.fileType(), TYPE);
        header(metadata, "oui", label.oui(), OUI);
        header(metadata, "productClass", label.productClass(), PRINTABLE);
        header(metadata, "version", label.version(), PRINTABLE);
        if (!Files.isReadable(content) || !Files.isRegularFile(content)) {
            throw Problem.invalid("content", "must be a readable file").thrown();
        }
        shelf.change("content", Call.of("PUT", "/files/" + name).file(content, metadata));
    }

    @Override
    public void delete(String name) {
        String target = Name.FILE.encoded("name", name);
        // asked for one that it does not hold, the NBI's worker ends
        shelf.remove("name", Call.of("DELETE", "/files/" + target), () -> !rows.list(
                        "files", Rows.where("_id", name), row -> name)
                .isEmpty());
    }

    private static void header(Map<String, String> metadata, String name, Optional<String> value, Pattern shape) {
        value.ifPresent(v -> {
            if (!shape.matcher(v).matches()) {
                throw Problem.invalid(name, "must match " + shape).thrown();
            }
            metadata.put(name, v);
        });
    }

    private static AcsFile file(Map<String, Object> row) {
        return new AcsFile(
                new Label(
                        String.valueOf(row.get("_id")),
                        Json.textAt(row, "metadata", "fileType"),
                        Json.textAt(row, "metadata", "oui"),
                        Json.textAt(row, "metadata", "productClass"),
                        Json.textAt(row, "metadata", "version")),
                row.get("length") instanceof Long bytes ? bytes : 0,
                Json.textAt(row, "uploadDate").flatMap(Leaf::instant));
    }
}
