namespace CoopMarket.Web.Features.Payments;

/// <summary>The body of a feed's message as it came over the wire: a signature covers bytes, not what they mean.</summary>
internal static class RawBody
{
    /// <summary>Null when it is larger than so many bytes.</summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancellationToken)
    {
        if (request.ContentLength > largest)
            return null;
        using var kept = new MemoryStream();
        var chunk = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (kept.Length + read > largest)
                return null;
            kept.Write(chunk, 0, read);
        }

        return kept.ToArray();
    }
}
