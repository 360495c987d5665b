package com.rjchronos.connectors.declared;

import com.rjchronos.spi.draft.ConnectorDraft;
import com.rjchronos.spi.draft.DraftSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.osgi.service.component.annotations.Component;

/** Reads a connector file wherever it lies, by the rules of those in service; it may bear the name of one of them. */
@Component
public final class DeclaredDrafts implements DraftSource {

    @Override
    public boolean takes(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    @Override
    public ConnectorDraft draft(Path file) throws IOException {
        try {
            Declaration declaration = Declaration.of(FileText.of(file), name -> true);
            return new ConnectorDraft(Map.copyOf(declaration.properties()), declaration.connector());
        } catch (FileRefusedException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
