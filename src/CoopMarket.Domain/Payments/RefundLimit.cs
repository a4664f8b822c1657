using CoopMarket.Domain.Shared;

namespace CoopMarket.Domain.Payments;

/// <summary>What one admin, or nobody at all, may send back of one order. In pieces it is no more than in one.</summary>
/// <param name="Alone">Up to which amount, all refunds of the order together.</param>
/// <param name="Before">What of it was sent before, or is being sent, without two having agreed; not negative.</param>
public readonly record struct RefundLimit(Money Alone, Money Before)
{
    /// <summary>Whether so much more may go back.</summary>
    public bool Allows(Money amount) => Before + amount <= Alone;
}
