using System.Threading.Channels;

namespace CoopMarket.Web.Features.Photos;

/// <summary>Wakes the making of variants.</summary>
internal sealed class VariantSignal
{
    // The photo's row is committed a moment after it was announced.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    private readonly Channel<bool> _photos = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>A photo comes.</summary>
    public void Wake() => _photos.Writer.TryWrite(true);

    /// <summary>Returns soon after a photo came, or after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(atMost);
        try
        {
            await _photos.Reader.ReadAsync(limit.Token);
            await Task.Delay(Moment, cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The poll's turn.
        }
    }
}
