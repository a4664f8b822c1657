using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Stories;

/// <summary>Whether a story is told in the shop.</summary>
public enum StoryState
{
    Draft,
    Live,

    /// <summary>Out of the shop, and waits for an admin: words stand in it that food may not be praised with.</summary>
    Held,

    /// <summary>Taken out of the shop by its cooperative, or by an admin with a reason.</summary>
    Withdrawn,
}

/// <summary>A story of a cooperative, one of its makers or some of its products.</summary>
public sealed class Story : Entity
{
    /// <summary>Characters of the title in one language.</summary>
    public const int TitleLength = 120;

    /// <summary>Characters of the lead in one language.</summary>
    public const int LeadLength = 300;

    /// <summary>Characters of the body in one language.</summary>
    public const int BodyLength = 20_000;

    /// <summary>Characters of an admin's reason.</summary>
    public const int ReasonLength = 500;

    /// <summary>Products that one story may be about.</summary>
    public const int MostProducts = 12;

    // Vietnamese is read at about this many syllables a minute.
    private const int SyllablesAMinute = 220;

    private readonly List<StoryProduct> _products = [];

    private ReadingTime? _read;

    private Story()
    {
    }

    public StoryId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>Whom it is about; null where it is about no one woman.</summary>
    public MakerId? Maker { get; private set; }

    /// <summary>Which goods it belongs to.</summary>
    public IReadOnlyList<StoryProduct> Products => _products;

    /// <summary>Its part of the address <c>/stories/{slug}</c>; it stays once the story has been live.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Title { get; private set; } = LocalizedText.Empty;

    /// <summary>One sentence that makes people want to read on.</summary>
    public LocalizedText Lead { get; private set; } = LocalizedText.Empty;

    /// <summary>In light Markdown, free of HTML; <see cref="StoryBlocks"/> reads its blocks.</summary>
    public LocalizedText Body { get; private set; } = LocalizedText.Empty;

    /// <summary>How these three came to be in each language.</summary>
    public TextOrigins Origins { get; private set; } = TextOrigins.People;

    public StoryState State { get; private set; }

    /// <summary>Why an admin withdrew it; null unless one did. Its cooperative can't bring it back then.</summary>
    public string? WithdrawnBecause { get; private set; }

    /// <summary>The words for which an admin has to look at it, as they are told to people; empty unless it is held.</summary>
    public IReadOnlyList<string> HeldWords { get; private set; } = [];

    /// <summary>UTC.</summary>
    public DateTimeOffset BegunAt { get; private init; }

    /// <summary>When it first went live, UTC; null while it never did.</summary>
    public DateTimeOffset? LiveAt { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>At least 1.</summary>
    public int MinutesToRead
    {
        get
        {
            // Lists show it again and again; to read a whole story each time was a thirtieth of their work.
            if (!ReferenceEquals(_read?.Body, Body))
                _read = new(Body, Math.Max(1, (Syllables(Body.Vi) + SyllablesAMinute - 1) / SyllablesAMinute));
            return _read!.Minutes;
        }
    }

    /// <summary>Begins an empty draft.</summary>
    /// <param name="slug">Unique; replaced by one of the title when it goes live.</param>
    public static Story Begin(StoryId id, CooperativeId cooperative, string slug, DateTimeOffset now)
        => new() { Id = id, Cooperative = cooperative, Slug = slug, BegunAt = now, ChangedAt = now };

    /// <summary>Writes it anew; a live story changes at once.</summary>
    public void Write(LocalizedText title, LocalizedText lead, LocalizedText body, MakerId? maker, IReadOnlyCollection<ProductId> products, DateTimeOffset now)
    {
        Origins = Origins.After((Title, title), (Lead, lead), (Body, body));
        (Title, Lead, Body, Maker, ChangedAt) = (title, lead, body, maker, now);
        var left = _products.Select(p => p.Product).Except(products).ToList();
        _products.RemoveAll(p => left.Contains(p.Product));
        _products.AddRange(products.Except(_products.Select(p => p.Product)).Select(p => new StoryProduct(Id, p)));
        if (State != StoryState.Live)
            return;
        Raise(new StoryChanged(Id));
        if (left.Count > 0)
            Raise(new StoryLeftProducts(Id, left));
    }

    /// <summary>Writes its Vietnamese text anew and leaves what else was written; a live story changes at once.</summary>
    /// <param name="products">Which goods it belongs to from now on.</param>
    public void Tell(string body, IReadOnlyCollection<ProductId> products, DateTimeOffset now) => Write(Title, Lead, Body.With("vi", body), Maker, products, now);

    /// <summary>Tells it in another language; empty texts are taken away there. A live story changes at once.</summary>
    /// <param name="language">Its code; Vietnamese is what <see cref="Write"/> writes.</param>
    public void Translate(string language, string title, string lead, string body, TextOrigin origin, DateTimeOffset now)
    {
        (Title, Lead, Body, ChangedAt) = (Title.With(language, title), Lead.With(language, lead), Body.With(language, body), now);
        Origins = Origins.With(language, title.Length + lead.Length + body.Length == 0 ? TextOrigin.Written : origin);
        if (State == StoryState.Live)
            Raise(new StoryChanged(Id));
    }

    /// <summary>Puts it into the shop, or holds it for an admin.</summary>
    /// <param name="slug">For the first time: unique, made from the title.</param>
    /// <param name="words">Those that food may not be praised with; null or empty: it goes into the shop.</param>
    public Refusal? GoLive(string slug, DateTimeOffset now, IReadOnlyList<string>? words = null)
    {
        if (WithdrawnBecause is not null)
            return new StoryWithdrawnByMarket();
        if (Title.Vi.Length == 0 || StoryBlocks.Readable(Body.Vi).Length == 0)
            return new StoryUnfinished();
        if (State == StoryState.Live)
            return null;
        if (words is { Count: > 0 })
        {
            Hold(words, now);
            return null;
        }

        if (LiveAt is null)
            Slug = slug;
        (State, ChangedAt, HeldWords) = (StoryState.Live, now, []);
        LiveAt ??= now;
        Raise(new StoryWentLive(Id));
        return null;
    }

    /// <summary>Holds it for an admin's look; what is in the shop is taken out of it until then.</summary>
    /// <param name="words">Those that food may not be praised with, at least one; none: it need not wait any longer.</param>
    /// <param name="now">UTC.</param>
    public void Hold(IReadOnlyList<string> words, DateTimeOffset now)
    {
        if (State == StoryState.Live)
            Raise(new StoryWithdrawn(Id));
        (State, HeldWords, ChangedAt) = (words.Count > 0 ? StoryState.Held : LiveAt is null ? StoryState.Draft : StoryState.Withdrawn, words, now);
    }

    /// <summary>An admin lets a held story go into the shop as it stands.</summary>
    /// <param name="seen">When it was last changed as she saw it, UTC.</param>
    /// <param name="slug">As in <see cref="GoLive"/>.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Let(DateTimeOffset seen, string slug, DateTimeOffset now)
        => State != StoryState.Held ? new StoryNotHeld() : seen != ChangedAt ? new StoryChangedSinceSeen() : GoLive(slug, now);

    /// <summary>Takes it out of the shop.</summary>
    /// <param name="because">An admin's reason; null where its cooperative does it.</param>
    public void Withdraw(string? because, DateTimeOffset now)
    {
        WithdrawnBecause = because ?? WithdrawnBecause;
        if (State == StoryState.Held)
            Hold([], now);
        if (State != StoryState.Live)
            return;
        (State, ChangedAt) = (StoryState.Withdrawn, now);
        Raise(new StoryWithdrawn(Id));
    }

    /// <summary>Says that it is taken away for good, which only what no reader ever saw may be: its address may stand anywhere else.</summary>
    public Refusal? Delete()
    {
        if (LiveAt is not null)
            return new StoryWasTold();
        Raise(new StoryDeleted(Id));
        return null;
    }

    /// <summary>Lifts an admin's withdrawal; its cooperative may put it into the shop again.</summary>
    public void Allow() => WithdrawnBecause = null;

    private static int Syllables(string text) => StoryBlocks.Readable(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private sealed record ReadingTime(LocalizedText Body, int Minutes);
}

/// <summary>A product that a story belongs to.</summary>
public sealed class StoryProduct
{
    internal StoryProduct(StoryId story, ProductId product) => (Story, Product) = (story, product);

    public StoryId Story { get; private init; }

    public ProductId Product { get; private init; }
}
