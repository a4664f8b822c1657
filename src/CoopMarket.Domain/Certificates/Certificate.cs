using System.Linq.Expressions;
using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Certificates;

/// <summary>A certificate of a cooperative for some of its products; buyers see it once an admin has seen its paper, until its last day.</summary>
public sealed class Certificate : Entity
{
    /// <summary>How many certificates a cooperative may have, those that it took back not counted.</summary>
    public const int MostOfCooperative = 60;

    /// <summary>Characters of an admin's reason.</summary>
    public const int MostReason = 1_000;

    /// <summary>How many days before the end the cooperative is reminded; the later one last.</summary>
    public static readonly IReadOnlyList<int> RemindedBefore = [60, 14];

    private readonly List<CertifiedProduct> _products = [];

    private Certificate()
    {
    }

    public CertificateId Id { get; private init; }

    public CooperativeId Cooperative { get; private init; }

    public CertificateKind Kind { get; private set; }

    /// <summary>As shown, such as «OCOP 4 sao».</summary>
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>3 to 5 for OCOP, else null.</summary>
    public int? Stars { get; private set; }

    /// <summary>Its number, or that of the decision.</summary>
    public string Number { get; private set; } = "";

    public LocalizedText Issuer { get; private set; } = LocalizedText.Empty;

    public DateOnly Issued { get; private set; }

    /// <summary>Its last day; null where it has none.</summary>
    public DateOnly? Expires { get; private set; }

    /// <summary>What it covers.</summary>
    public IReadOnlyList<CertifiedProduct> Products => _products;

    /// <summary>The photo or scan, open to its cooperative and to admins only; null for those of before the market asked for it.</summary>
    public SellerPaper? Paper { get; private set; }

    public CertificateState State { get; private set; }

    /// <summary>Why an admin refused it; empty unless one did.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Since when it waits for an admin, or when it was last sent to one; UTC.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The admin who confirmed or refused it; null until one did.</summary>
    public PersonId? CheckedBy { get; private set; }

    /// <summary>UTC; null until an admin confirmed or refused it.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>The last reminder that went out for this last day, in days before it; null: none.</summary>
    public int? Reminded { get; private set; }

    /// <summary>What stands on it.</summary>
    public CertificateTerms Terms => new(Kind, Name, Stars, Number, Issuer, Issued, Expires);

    /// <summary>The hash of what an admin answers for when she confirms it.</summary>
    public string Hash => Terms.Hash(_products.Select(p => p.Product), Paper);

    /// <summary>Tells of a certificate; it waits for an admin.</summary>
    /// <param name="products">What it covers; at least one.</param>
    /// <param name="now">UTC.</param>
    public static Certificate Tell(
        CertificateId id, CooperativeId cooperative, CertificateTerms terms, IReadOnlyCollection<ProductId> products, SellerPaper paper, DateTimeOffset now)
    {
        Certificate told = new() { Id = id, Cooperative = cooperative };
        told.Set(terms, products, paper, now);
        return told;
    }

    /// <summary>Says it otherwise; whatever an admin said before is over, and buyers see it again once she has looked.</summary>
    /// <param name="paper">Null: the paper that is there stays.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Change(CertificateTerms terms, IReadOnlyCollection<ProductId> products, SellerPaper? paper, DateTimeOffset now)
    {
        if (State == CertificateState.Withdrawn)
            return new CertificateTakenBack();
        if ((paper ?? Paper) is not { } shown)
            return new CertificateNeedsPaper();
        // Saved again as it stands: no admin need look twice.
        if (State == CertificateState.Confirmed && terms.Hash(products, shown) == Hash)
            return null;
        var wasShown = State == CertificateState.Confirmed;
        Set(terms, products, shown, now);
        if (wasShown)
            Raise(new CertificateShownOtherwise(Id));
        return null;
    }

    /// <summary>An admin has seen the paper, and it says what is typed.</summary>
    /// <param name="seen">The hash of what she saw.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Confirm(string seen, PersonId? admin, DateTimeOffset now)
    {
        if (State != CertificateState.Waiting)
            return new CertificateNotWaiting();
        if (seen != Hash)
            return new CertificateChangedSinceSeen();
        if (Paper is null)
            return new CertificateNeedsPaper();
        (State, Reason, CheckedBy, CheckedAt) = (CertificateState.Confirmed, "", admin, now);
        Raise(new CertificateShownOtherwise(Id));
        Raise(new CertificateConfirmed(Id));
        return null;
    }

    /// <summary>An admin asks for something else: the paper can't be read, or says otherwise.</summary>
    /// <param name="seen">The hash of what she saw.</param>
    /// <param name="now">UTC.</param>
    public Refusal? Refuse(string seen, string reason, PersonId? admin, DateTimeOffset now)
    {
        if (State is not (CertificateState.Waiting or CertificateState.Confirmed))
            return new CertificateNotWaiting();
        if (seen != Hash)
            return new CertificateChangedSinceSeen();
        if (State == CertificateState.Confirmed)
            Raise(new CertificateShownOtherwise(Id));
        (State, Reason, CheckedBy, CheckedAt) = (CertificateState.Refused, reason, admin, now);
        Raise(new CertificateRefused(Id, reason));
        return null;
    }

    /// <summary>Its cooperative takes it back; it is kept, and never shown again.</summary>
    public Refusal? Withdraw()
    {
        if (State == CertificateState.Withdrawn)
            return new CertificateTakenBack();
        if (State == CertificateState.Confirmed)
            Raise(new CertificateShownOtherwise(Id));
        State = CertificateState.Withdrawn;
        return null;
    }

    /// <summary>Whether buyers may see it on a day, Vietnam's.</summary>
    public bool IsShownOn(DateOnly day) => State == CertificateState.Confirmed && Issued <= day && !IsOverOn(day);

    /// <summary>Whether its last day is before a day, Vietnam's.</summary>
    public bool IsOverOn(DateOnly day) => Expires is { } last && last < day;

    /// <summary>Which ones buyers may see on a day, Vietnam's; the same as <see cref="IsShownOn"/>.</summary>
    public static Expression<Func<Certificate, bool>> ShownOn(DateOnly day)
        => c => c.State == CertificateState.Confirmed && c.Issued <= day && (c.Expires == null || day <= c.Expires);

    /// <summary>
    /// Which reminder is due on a day, Vietnam's, in days before the end; null: none. One that was missed is made up for, unless a
    /// later one is due already.
    /// </summary>
    public int? ReminderDue(DateOnly day)
    {
        if (State != CertificateState.Confirmed || Expires is not { } last || last < day)
            return null;
        var left = last.DayNumber - day.DayNumber;
        var due = RemindedBefore.Where(before => left <= before).Cast<int?>().LastOrDefault();
        return due is null || Reminded <= due ? null : due;
    }

    /// <summary>Its cooperative is reminded, once for each of the two days; nothing where none is due.</summary>
    /// <param name="day">Today in Vietnam.</param>
    public void Remind(DateOnly day)
    {
        if (ReminderDue(day) is not { } due)
            return;
        Reminded = due;
        Raise(new CertificateEndsSoon(Id, Expires!.Value));
    }

    private void Set(CertificateTerms terms, IReadOnlyCollection<ProductId> products, SellerPaper paper, DateTimeOffset now)
    {
        if (terms.Expires != Expires)
            Reminded = null;
        (Kind, Name, Stars, Number, Issuer, Issued, Expires) = (terms.Kind, terms.Name, terms.Stars, terms.Number, terms.Issuer, terms.Issued, terms.Expires);
        _products.RemoveAll(p => !products.Contains(p.Product));
        _products.AddRange(products.Except(_products.Select(p => p.Product)).Select(p => new CertifiedProduct(Id, p)));
        (Paper, State, Reason, AskedAt, CheckedBy, CheckedAt) = (paper, CertificateState.Waiting, "", now, null, null);
    }
}

/// <summary>A product that a certificate covers.</summary>
public sealed class CertifiedProduct
{
    internal CertifiedProduct(CertificateId certificate, ProductId product) => (Certificate, Product) = (certificate, product);

    public CertificateId Certificate { get; private init; }

    public ProductId Product { get; private init; }
}
