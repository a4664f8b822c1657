using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Shipping;

/// <summary>To whom a carrier pays the cash that it collects at the door, from a moment on. Only ever added; a parcel keeps what held when it was sent.</summary>
public sealed class CashAgreement
{
    public required RuleId Id { get; init; }

    public required Carrier Carrier { get; init; }

    /// <summary>To the market; else to the cooperative whose parcel it was, as where nothing was agreed.</summary>
    public required bool PaysMarket { get; init; }

    /// <summary>From when on, UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who added it; null for the market itself.</summary>
    public PersonId? AddedBy { get; init; }
}
