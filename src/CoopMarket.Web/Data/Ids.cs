using System.Security.Cryptography;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Data;

/// <summary>The one source of ids, public codes' bits and secrets. Tests replace it to repeat a run.</summary>
internal class Ids(TimeProvider time)
{
    /// <summary>A UUIDv7 of now.</summary>
#pragma warning disable RS0030 // The one place that may make ids.
    public virtual Guid New() => Guid.CreateVersion7(time.GetUtcNow());
#pragma warning restore RS0030

    /// <summary>A fresh id of one kind.</summary>
    public TId New<TId>()
        where TId : struct, ITypedId<TId>
        => TId.From(New());

    /// <summary>Random bytes for codes and links.</summary>
    public virtual byte[] Random(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>A secret of 128 bits for a link, in URL-safe base 64.</summary>
    public string Secret() => Convert.ToBase64String(Random(16)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>The market's now.</summary>
internal static class Clock
{
    /// <summary>UTC, cut to microseconds, which is what both databases keep.</summary>
    public static DateTimeOffset Now(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
