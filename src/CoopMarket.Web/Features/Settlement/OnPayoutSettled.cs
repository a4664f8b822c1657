using CoopMarket.Domain.Settlement;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes to a cooperative's managers that money was sent, that it did not reach them, or that some was taken back.</summary>
internal sealed class OnPayoutSettled(Cooperatives cooperatives, MembersToTell members, Circular circular) : IHandle<PayoutPaid>, IHandle<PayoutFailed>, IHandle<TransferTakenBack>
{
    public Task HandleAsync(PayoutPaid happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, happened.IsTransfer ? "transferred" : "paid", happened.Amount, happened.Reference, delivery, cancellationToken);

    public Task HandleAsync(PayoutFailed happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, happened.IsTransfer ? "not-transferred" : happened.Reason.Length == 0 ? "returned" : "failed", happened.Amount, happened.Reason, delivery, cancellationToken);

    public Task HandleAsync(TransferTakenBack happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, "taken-back", happened.Amount, happened.Reason, delivery, cancellationToken);

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
/// <param name="What">The part of the texts' keys: paid, failed, returned, transferred, not-transferred or taken-back.</param>
/// <param name="Said">The bank's reference, the gateway's name, or why; empty where the money came back, or was taken back in the gateway's own pages.</param>
internal sealed record PayoutMail(string Name, LocalizedText Seller, string What, Money Amount, string Said);
