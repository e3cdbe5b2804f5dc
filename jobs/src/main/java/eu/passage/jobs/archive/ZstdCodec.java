package eu.passage.jobs.archive;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard for Parquet, which every reader knows. Parquet's own would start half of Hadoop. For
 * pages, which are small: all at once.
 */
final class ZstdCodec implements CompressionCodecFactory {

  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return new Packing();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    return new Unpacking();
  }

  @Override
  public void release() {}

  private static final class Packing implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  private static final class Unpacking implements BytesInputDecompressor {

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(Zstd.decompress(bytes.toByteArray(), size));
    }

    @Override
    public void decompress(ByteBuffer from, int packed, ByteBuffer to, int size) {
      byte[] bytes = new byte[packed];
      from.get(bytes);
      to.put(Zstd.decompress(bytes, size));
    }

    @Override
    public void release() {}
  }
}
