using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Catalog;

/// <summary>A product of one cooperative, with its sizes.</summary>
public sealed partial class Product : Entity
{
    /// <summary>How many sizes a product may have, those no longer offered included.</summary>
    public const int MostVariants = 12;

    /// <summary>How many products a cooperative may have, drafts and those taken off included.</summary>
    public const int MostOfCooperative = 300;

    /// <summary>How many of a cooperative's products an admin looks at before they go on sale.</summary>
    public const int ReviewedFirst = 3;

    /// <summary>The longest that a buyer waits for what is made to order, in days.</summary>
    public const int MostDaysToMake = 90;

    private readonly List<Variant> _variants = [];

    private Product()
    {
    }

    public ProductId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    /// <summary>Its part of the address <c>/p/{slug}</c>; older ones lead here too.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>One line of its story; empty in a draft.</summary>
    public LocalizedText Line { get; private set; } = LocalizedText.Empty;

    /// <summary>How it is made; light Markdown, empty in a draft.</summary>
    public LocalizedText Description { get; private set; } = LocalizedText.Empty;

    /// <summary>How it is used and kept; may be empty.</summary>
    public LocalizedText Use { get; private set; } = LocalizedText.Empty;

    /// <summary>What buyers may call it besides, set apart by commas; may be empty.</summary>
    public LocalizedText OtherNames { get; private set; } = LocalizedText.Empty;

    /// <summary>What is in it, the most first; may be empty.</summary>
    public LocalizedText Ingredients { get; private set; } = LocalizedText.Empty;

    /// <summary>How these six came to be in each language.</summary>
    public TextOrigins Origins { get; private set; } = TextOrigins.People;

    /// <summary>Null in a draft.</summary>
    public CategoryId? Category { get; private set; }

    /// <summary>The village it comes from; may be empty.</summary>
    public string Village { get; private set; } = "";

    /// <summary>The code of the commune of Sơn La it comes from; empty in a draft.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>Who makes it; null where all do.</summary>
    public MakerId? Maker { get; private set; }

    /// <summary>The months it is to be had, bit 0 for January; 0 for all year.</summary>
    public int SeasonBits { get; private set; }

    /// <summary>Null: sold from stock. Else made when ordered, ready in so many days.</summary>
    public int? MadeToOrderDays { get; private set; }

    /// <summary>How its sale bears value-added tax, as its cooperative says; null where nobody said so.</summary>
    public VatClass? Vat { get; private set; }

    /// <summary>Which of the <see cref="Allergen"/>s are in it, a bit each; null where nobody said so.</summary>
    public int? AllergenBits { get; private set; }

    public ProductState State { get; private set; }

    /// <summary>Null unless withdrawn.</summary>
    public Withdrawer? WithdrawnBy { get; private set; }

    /// <summary>
    /// Whether an admin refused it or took it down and has not approved it since: whatever way it takes, it comes back on sale
    /// only after her look.
    /// </summary>
    public bool NeedsLook { get; private set; }

    /// <summary>What the admin wrote when she refused or took it down; empty where there is nothing to say.</summary>
    public string AdminNote { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>UTC; since when it waits for an admin, null where it doesn't.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>UTC; null until it first went on sale.</summary>
    public DateTimeOffset? FirstLiveAt { get; private set; }

    public IReadOnlyList<Variant> Variants => _variants;

    /// <summary>Begins a draft.</summary>
    public static Product Start(ProductId id, CooperativeId cooperative, string slug, DateTimeOffset now) => new() { Id = id, Cooperative = cooperative, Slug = slug, StartedAt = now };

    /// <summary>Whether it is to be had in a month, 1 to 12.</summary>
    public bool IsInSeason(int month) => SeasonBits == 0 || (SeasonBits & (1 << (month - 1))) != 0;

    /// <summary>Moves to another address; the handler keeps the old one.</summary>
    public void MoveTo(string slug) => Slug = slug;

    /// <summary>Says where it comes from and when it is to be had.</summary>
    public Refusal? Locate(string village, string communeCode, MakerId? maker, int seasonBits)
    {
        (Village, CommuneCode, Maker, SeasonBits) = (village, communeCode, maker, seasonBits);
        return Changed();
    }

    /// <summary>Sold from stock (null) or made when ordered.</summary>
    public Refusal? MakeToOrder(int? days)
    {
        MadeToOrderDays = days;
        return Changed();
    }

    /// <summary>Says how its sale bears value-added tax; null: unsaid.</summary>
    public Refusal? Tax(VatClass? vat)
    {
        Vat = vat;
        return Changed();
    }

    /// <summary>Says which of what many do not bear is in it.</summary>
    /// <param name="allergens">Empty: none; null: unsaid.</param>
    public Refusal? Contain(IReadOnlyList<Allergen>? allergens)
    {
        AllergenBits = allergens is null ? null : Allergens.Bits(allergens);
        return Changed();
    }

    /// <summary>Adds a size.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="terms">What is said of it.</param>
    /// <param name="onHand">Pieces that are there to be sold at once; the handler notes them as received.</param>
    public Refusal? AddSize(VariantId id, VariantTerms terms, int onHand = 0)
    {
        if (_variants.Count >= MostVariants)
            return new EnoughSizes();
        _variants.Add(Variant.Make(id, Id, _variants.Count, terms, onHand));
        return Changed();
    }

    /// <summary>Changes a size; orders that were placed keep what they were placed with.</summary>
    public Refusal? ChangeSize(VariantId id, VariantTerms terms)
    {
        if (_variants.Find(v => v.Id == id) is not { } variant)
            return new NotFound();
        variant.Set(terms);
        return Changed();
    }

    /// <summary>Takes a size off the page, or puts it back.</summary>
    public Refusal? OfferSize(VariantId id, bool offered)
    {
        if (_variants.Find(v => v.Id == id) is not { } variant)
            return new NotFound();
        variant.IsOffered = offered;
        return State is ProductState.Live or ProductState.InReview && !_variants.Exists(v => v.IsOffered) ? new LastSize() : Changed();
    }

    /// <summary>What it still lacks before it can be sold.</summary>
    public IReadOnlyList<Gap> Gaps(bool hasPhoto)
    {
        List<Gap> gaps = [];
        if (!Line.Has("vi"))
            gaps.Add(Gap.Line);
        if (!Description.Has("vi"))
            gaps.Add(Gap.Description);
        if (Category is null)
            gaps.Add(Gap.Category);
        if (!hasPhoto)
            gaps.Add(Gap.Photo);
        if (!_variants.Exists(v => v.IsOffered))
            gaps.Add(Gap.Size);
        if (CommuneCode.Length == 0)
            gaps.Add(Gap.Commune);
        return gaps;
    }

    /// <summary>Offers it for sale: at once, or after an admin's look where the cooperative is new or the market took it down.</summary>
    /// <param name="hasPhoto">Whether it has a photo.</param>
    /// <param name="isKnown">Whether enough of the cooperative's products have been looked at.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Submit(bool hasPhoto, bool isKnown, DateTimeOffset now)
    {
        if (State != ProductState.Draft && (State, WithdrawnBy) is not (ProductState.Withdrawn, Withdrawer.Market))
            return new NotInThisState();
        if (Gaps(hasPhoto) is [var first, ..])
            return new ProductIncomplete(first);
        if (isKnown && !NeedsLook)
            GoLive(now);
        else
            (State, SubmittedAt, WithdrawnBy) = (ProductState.InReview, now, null);
        return null;
    }

    /// <summary>An admin lets it go on sale, as she saw it.</summary>
    /// <param name="seen">The hash of what the admin saw.</param>
    /// <param name="present">The hash of what stands there now.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Approve(string seen, string present, DateTimeOffset now)
    {
        if (State != ProductState.InReview)
            return new NotInThisState();
        if (seen != present)
            return new ChangedSinceSeen();
        NeedsLook = false;
        GoLive(now);
        Raise(new ProductApproved(Id, Cooperative));
        return null;
    }

    /// <summary>An admin asks for changes; it is a draft again.</summary>
    public Refusal? Refuse(string reason)
    {
        if (State != ProductState.InReview)
            return new NotInThisState();
        (State, AdminNote, SubmittedAt, NeedsLook) = (ProductState.Draft, reason, null, true);
        Raise(new ProductRefused(Id, Cooperative, reason));
        return null;
    }

    /// <summary>Its cooperative takes it off.</summary>
    public Refusal? Withdraw()
    {
        if (State is ProductState.Withdrawn)
            return new NotInThisState();
        var wasLive = State == ProductState.Live;
        (State, WithdrawnBy, SubmittedAt) = (ProductState.Withdrawn, Withdrawer.Cooperative, null);
        if (wasLive)
            Raise(new ProductWithdrawn(Id));
        return null;
    }

    /// <summary>Its cooperative puts back what it took off itself: on sale again if it was, else a draft again.</summary>
    /// <param name="hasPhoto">Whether it has a photo.</param>
    /// <param name="now">UTC.</param>
    public Refusal? PutBack(bool hasPhoto, DateTimeOffset now)
    {
        if (State != ProductState.Withdrawn)
            return new NotInThisState();
        if (WithdrawnBy == Withdrawer.Market)
            return new TakenDownByMarket();
        if (FirstLiveAt is null || NeedsLook || Gaps(hasPhoto).Count > 0)
            (State, WithdrawnBy) = (ProductState.Draft, null);
        else
            GoLive(now);
        return null;
    }

    /// <summary>Whether an admin can take it off the market: what never was on sale can't be taken off, she asks for changes.</summary>
    public bool MayBeTakenDown
        => FirstLiveAt is not null && State != ProductState.Draft && (State, WithdrawnBy) is not (ProductState.Withdrawn, Withdrawer.Market);

    /// <summary>An admin takes it off the market, while it <see cref="MayBeTakenDown"/>.</summary>
    public Refusal? TakeDown(string reason)
    {
        if (!MayBeTakenDown)
            return new NotInThisState();
        (State, WithdrawnBy, AdminNote, SubmittedAt, NeedsLook) = (ProductState.Withdrawn, Withdrawer.Market, reason, null, true);
        Raise(new ProductWithdrawn(Id));
        Raise(new ProductTakenDown(Id, Cooperative, reason));
        return null;
    }

    private Refusal? Changed()
    {
        if (State is ProductState.Live or ProductState.InReview && Gaps(hasPhoto: true) is [var first, ..])
            return new ProductIncomplete(first);
        if (State == ProductState.Live)
            Raise(new ProductChanged(Id));
        return null;
    }

    private void GoLive(DateTimeOffset now)
    {
        (State, WithdrawnBy, AdminNote, SubmittedAt) = (ProductState.Live, null, "", null);
        FirstLiveAt ??= now;
        Raise(new ProductWentLive(Id));
    }
}
