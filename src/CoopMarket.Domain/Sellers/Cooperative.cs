using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>What a seller is by law.</summary>
public enum SellerKind
{
    Cooperative,
    Union,
    Household,
    Enterprise,

    /// <summary>A person who sells for herself, with no business registered.</summary>
    Individual,
}

/// <summary>What follows from a seller's kind.</summary>
public static class SellerKinds
{
    /// <summary>Whether the seller is a person or a household to the law, registered under a person's own name and number.</summary>
    public static bool IsPerson(this SellerKind kind) => kind is SellerKind.Household or SellerKind.Individual;
}

/// <summary>Whether a cooperative may sell.</summary>
public enum SellerState
{
    Approved,
    Suspended,
    Closed,
}

/// <summary>A seller of the market, approved by an admin.</summary>
public sealed class Cooperative : Entity
{
    private Cooperative()
    {
    }

    public CooperativeId Id { get; private init; }

    /// <summary>The application it came of.</summary>
    public SellerApplicationId Application { get; private init; }

    /// <summary>Its part of the address <c>/cooperatives/{slug}</c>.</summary>
    public string Slug { get; private init; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>The name on its registration.</summary>
    public string LegalName { get; private set; } = "";

    public SellerKind Kind { get; private set; }

    public SellerState State { get; private set; }

    /// <summary>The turn of its woven band, chosen at approval so that it differs from all others.</summary>
    public int BandTurn { get; private init; }

    /// <summary>10 or 13 digits; a household's has 12. Changes by approval only.</summary>
    public string TaxCode { get; private set; } = "";

    /// <summary>Who signs for it by law. Changes by approval only.</summary>
    public string Representative { get; private set; } = "";

    /// <summary>The code of one of the 34 provinces.</summary>
    public string Province { get; private set; } = "";

    /// <summary>The code of one of Sơn La's communes; empty elsewhere.</summary>
    public string CommuneCode { get; private set; } = "";

    /// <summary>The commune's name.</summary>
    public string Commune { get; private set; } = "";

    /// <summary>The village's name; empty where there is none.</summary>
    public string Village { get; private set; } = "";

    /// <summary>E.164.</summary>
    public string Phone { get; private set; } = "";

    /// <summary>The bank's six digits at NAPAS. Changes by approval only, as do account and name.</summary>
    public string BankBin { get; private set; } = "";

    public string BankAccount { get; private set; } = "";

    /// <summary>As the bank writes it.</summary>
    public string BankAccountName { get; private set; } = "";

    /// <summary>Since when it is this account, UTC.</summary>
    public DateTimeOffset BankSince { get; private set; }

    /// <summary>What it makes, as it applied.</summary>
    public string Makes { get; private set; } = "";

    /// <summary>One line under the name; may be empty.</summary>
    public LocalizedText Line { get; private set; } = LocalizedText.Empty;

    /// <summary>A few sentences; may be empty.</summary>
    public LocalizedText About { get; private set; } = LocalizedText.Empty;

    /// <summary>What one of them says; may be empty.</summary>
    public LocalizedText Quote { get; private set; } = LocalizedText.Empty;

    /// <summary>How its line, its story and what it says came to be in each language.</summary>
    public TextOrigins Origins { get; private set; } = TextOrigins.People;

    /// <summary>Whether it calls buyers who pay in cash before it accepts their orders.</summary>
    public bool CallsFirst { get; private set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ApprovedAt { get; private init; }

    /// <summary>UTC; when it left for good, null before.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Takes a seller on, from what the admin approved.</summary>
    /// <exception cref="ArgumentException">The details have gaps.</exception>
    public static Cooperative Approve(CooperativeId id, SellerApplicationId application, string slug, int bandTurn, SellerDetails details, DateTimeOffset now)
    {
        var cooperative = new Cooperative
        {
            Id = id,
            Application = application,
            Slug = slug,
            BandTurn = bandTurn,
            Name = new(details.Name, details.EnglishName),
            LegalName = details.LegalName,
            Kind = details.Kind ?? throw new ArgumentException("The kind is missing.", nameof(details)),
            Province = details.Province,
            CommuneCode = details.CommuneCode,
            Commune = details.Commune,
            Village = details.Village,
            Phone = details.Phone,
            Makes = details.Makes,
            ApprovedAt = now,
        };
        cooperative.Take(details, now);
        cooperative.Raise(new CooperativeApproved(id));
        return cooperative;
    }

    /// <summary>Takes over what only an approval may change.</summary>
    public void Take(SellerDetails approved, DateTimeOffset now)
    {
        if ((BankBin, BankAccount, BankAccountName) != (approved.BankBin, approved.BankAccount, approved.BankAccountName))
            BankSince = now;
        TaxCode = approved.TaxCode;
        Representative = approved.Representative;
        BankBin = approved.BankBin;
        BankAccount = approved.BankAccount;
        BankAccountName = approved.BankAccountName;
    }

    /// <summary>What it shows of itself; texts may be empty.</summary>
    public void Tell(LocalizedText line, LocalizedText about, LocalizedText quote, string village, string phone)
    {
        Origins = Origins.After((Line, line), (About, about), (Quote, quote));
        (Line, About, Quote, Village, Phone) = (line, about, quote, village, phone);
        Raise(new CooperativeChanged(Id));
    }

    /// <summary>Shows itself in another language; empty texts are taken away there.</summary>
    /// <param name="language">Its code; Vietnamese is what <see cref="Tell"/> writes.</param>
    /// <param name="name">Its name there; that it looks like nobody else's is for the caller to see to.</param>
    public void Translate(string language, string name, string line, string about, string quote, TextOrigin origin)
    {
        (Name, Line, About, Quote) = (Name.With(language, name), Line.With(language, line), About.With(language, about), Quote.With(language, quote));
        Origins = Origins.With(language, line.Length + about.Length + quote.Length == 0 ? TextOrigin.Written : origin);
        Raise(new CooperativeChanged(Id));
    }

    /// <summary>From now on it calls buyers who pay in cash first, or no longer does; orders that are placed stay as they are.</summary>
    public void CallFirst(bool calls) => CallsFirst = calls;

    /// <summary>It may not sell for now.</summary>
    public Refusal? Suspend(string reason)
    {
        if (State != SellerState.Approved)
            return new NotFromThisState();
        State = SellerState.Suspended;
        Raise(new CooperativeSuspended(Id, reason));
        return null;
    }

    /// <summary>It may sell again.</summary>
    public Refusal? Reopen(string reason)
    {
        if (State != SellerState.Suspended)
            return new NotFromThisState();
        State = SellerState.Approved;
        Raise(new CooperativeReopened(Id, reason));
        return null;
    }

    /// <summary>It leaves for good.</summary>
    public Refusal? Close(string reason, DateTimeOffset now)
    {
        if (State == SellerState.Closed)
            return new NotFromThisState();
        State = SellerState.Closed;
        ClosedAt = now;
        Raise(new CooperativeClosed(Id, reason));
        return null;
    }

    /// <summary>Takes out what tells of a person, when the law no longer asks to keep it.</summary>
    public void ForgetPerson()
    {
        (Representative, Phone, BankAccount, BankAccountName) = ("", "", "", "");
        // A household is registered under its owner's name and number.
        if (Kind.IsPerson())
            (LegalName, TaxCode) = ("", "");
    }
}
