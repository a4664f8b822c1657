using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes to a cooperative's managers that money was sent, or that it did not reach them.</summary>
internal sealed class OnPayoutSettled(Cooperatives cooperatives, MembersToTell members, Circular circular) : IHandle<PayoutPaid>, IHandle<PayoutFailed>
{
    public Task HandleAsync(PayoutPaid happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, "paid", happened.Amount, happened.Reference, delivery, cancellationToken);

    public Task HandleAsync(PayoutFailed happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, happened.Reason.Length == 0 ? "returned" : "failed", happened.Amount, happened.Reason, delivery, cancellationToken);

    private async Task TellAsync(CooperativeId cooperative, string what, Money amount, string said, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await cooperatives.OneAsync(cooperative, cancellationToken) is not { } card)
            return;
        var managers = await members.OfAsync(cooperative, DeskRoles.Manager, cancellationToken);
        await circular.SendAsync(delivery, managers, "Settlement/Emails/Payout", manager => new PayoutMail(manager.Name, card.Name, what, amount, said), cancellationToken);
    }
}

/// <summary>What the mail about a payout says.</summary>
/// <param name="Name">The manager's.</param>
/// <param name="Seller">The cooperative's.</param>
/// <param name="What">The part of the texts' keys: paid, failed or returned.</param>
/// <param name="Said">The bank's reference, or why it failed; empty where the money came back.</param>
internal sealed record PayoutMail(string Name, LocalizedText Seller, string What, Money Amount, string Said);
