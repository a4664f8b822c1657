using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>A woman who makes what her cooperative sells, named with her consent.</summary>
public sealed class Maker : Entity
{
    private Maker()
    {
    }

    public MakerId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>Empty where it is not told.</summary>
    public string Village { get; private set; } = "";

    /// <summary>A sentence or two; may be empty.</summary>
    public LocalizedText About { get; private set; } = LocalizedText.Empty;

    /// <summary>UTC; when she agreed to be named.</summary>
    public DateTimeOffset AgreedAt { get; private init; }

    /// <summary>UTC; when she was taken off the pages, null before. Old products may still point to her.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>Introduces a maker.</summary>
    public static Maker Introduce(MakerId id, CooperativeId cooperative, string name, string village, LocalizedText about, DateTimeOffset now)
    {
        var maker = new Maker { Id = id, Cooperative = cooperative, AgreedAt = now };
        maker.Tell(name, village, about);
        return maker;
    }

    /// <summary>Tells of her anew.</summary>
    public void Tell(string name, string village, LocalizedText about)
    {
        (Name, Village, About) = (name, village, about);
        Raise(new CooperativeChanged(Cooperative));
    }

    /// <summary>Takes her off the pages.</summary>
    public void Leave(DateTimeOffset now)
    {
        LeftAt = now;
        Raise(new CooperativeChanged(Cooperative));
    }
}
