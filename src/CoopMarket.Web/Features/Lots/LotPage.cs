using CoopMarket.Domain.Lots;
using CoopMarket.Web.Features.Sellers.Contract;

namespace CoopMarket.Web.Features.Lots;

/// <summary>A page with the form of a lot.</summary>
internal interface ILotPage
{
    LotForm Form { get; }

    IReadOnlyList<MakerCard> Makers { get; }

    /// <summary>The certificates that may apply.</summary>
    IReadOnlyList<LotPaper> Papers { get; }
}
