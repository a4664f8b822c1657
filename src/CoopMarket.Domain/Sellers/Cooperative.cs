using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Sellers;

/// <summary>What a seller is by law.</summary>
public enum SellerKind
{
    Cooperative,
    Union,
    Household,
    Enterprise,
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

    /// <summary>Its part of the address <c>/cooperatives/{slug}</c>.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    public SellerKind Kind { get; private set; }

    public SellerState State { get; private set; }

    /// <summary>The turn of its woven band, chosen at approval so that it differs from all others.</summary>
    public int BandTurn { get; private set; }

    /// <summary>The code of one of the 34 provinces.</summary>
    public string Province { get; private set; } = "";

    /// <summary>The commune's name.</summary>
    public string Commune { get; private set; } = "";

    /// <summary>The village's name; empty where there is none.</summary>
    public string Village { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTimeOffset ApprovedAt { get; private set; }
}
