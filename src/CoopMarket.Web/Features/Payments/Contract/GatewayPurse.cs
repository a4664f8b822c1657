using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Payments.Contract;

/// <summary>What the market holds at the card gateway in đồng, for who pays out of it. Tracks nothing, so it may be asked inside a command.</summary>
internal sealed class GatewayPurse(CardHoldings holdings)
{
    /// <summary>What is there, less every transfer that the gateway was asked for; below zero where more went out than came in.</summary>
    public Task<Money> HeldAsync(CancellationToken cancellationToken) => holdings.OfAsync(Currency.VND, cancellationToken);
}
