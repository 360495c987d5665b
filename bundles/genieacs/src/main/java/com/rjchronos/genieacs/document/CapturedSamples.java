package com.rjchronos.genieacs.document;

import com.rjchronos.model.acs.AcsId;
import com.rjchronos.model.device.DeviceDocument;
import com.rjchronos.port.SampleReader;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;

/** Reads samples as a sweep reads an answer, of an ACS that there is not. */
@Component
public final class CapturedSamples implements SampleReader {
    private static final AcsId NOWHERE = new AcsId("sample");

    @Override
    public DeviceDocument read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            return new DocumentReader(NOWHERE).read(bytes, 0, bytes.length);
        } catch (MalformedDocument e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
