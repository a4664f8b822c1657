using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Links;

/// <summary>
/// The short address of a product, a story or a cooperative, for paper and for the voice: <c>/s/CM26K7Q2XD</c>. It leads to the thing whatever
/// it is called by then, and is never given to another. Exactly one thing is named.
/// </summary>
public sealed class ShortLink
{
    private ShortLink()
    {
    }

    /// <summary>Its public code, see <see cref="PublicCode"/>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>Null where it leads to something else.</summary>
    public ProductId? Product { get; private init; }

    /// <summary>Null where it leads to something else.</summary>
    public StoryId? Story { get; private init; }

    /// <summary>Null where it leads to something else.</summary>
    public CooperativeId? Cooperative { get; private init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset GivenAt { get; private init; }

    /// <summary>A product's.</summary>
    public static ShortLink To(ProductId product, PublicCode code, DateTimeOffset now) => new() { Code = code.Value, Product = product, GivenAt = now };

    /// <summary>A story's.</summary>
    public static ShortLink To(StoryId story, PublicCode code, DateTimeOffset now) => new() { Code = code.Value, Story = story, GivenAt = now };

    /// <summary>A cooperative's.</summary>
    public static ShortLink To(CooperativeId cooperative, PublicCode code, DateTimeOffset now) => new() { Code = code.Value, Cooperative = cooperative, GivenAt = now };

    /// <summary>The address of a code from the market's root.</summary>
    public static string PathOf(string code) => "/s/" + code;
}
