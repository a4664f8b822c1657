namespace CoopMarket.Web.Features.Desk;

/// <summary>
/// Between a ZIP and a server's answer, which may only be written asynchronously: the few bytes with which a ZIP ends each entry come
/// without, even where it is disposed of asynchronously, and wait here for the next write.
/// </summary>
internal sealed class AwaitedStream(Stream to) : Stream
{
    private readonly MemoryStream _waiting = new();
    private bool _isCutOff;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Nothing more is written, so that what is not whole never ends as if it were.</summary>
    public void CutOff() => _isCutOff = true;

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await MoveAsync(cancellationToken);
        if (!_isCutOff)
            await to.WriteAsync(buffer, cancellationToken);
    }

    public override void Flush()
    {
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(cancellationToken);
        if (!_isCutOff)
            await to.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _waiting.Dispose();
        base.Dispose(disposing);
    }

    private async Task MoveAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Length == 0 || _isCutOff)
            return;
        await to.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
        _waiting.SetLength(0);
    }
}
