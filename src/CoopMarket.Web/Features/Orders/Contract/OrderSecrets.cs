using CoopMarket.Domain.Shared;

namespace CoopMarket.Web.Features.Orders.Contract;

/// <summary>Who may open an order: whoever holds its secret, or the person who placed it.</summary>
internal sealed class OrderSecrets
{
    /// <summary>Whether the order opens for this reader.</summary>
    public Task<bool> OpensAsync(string orderCode, string? secret, PersonId? person, CancellationToken cancellationToken)
        => Task.FromResult(false);
}
