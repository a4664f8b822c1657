using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Writes to the managers when their cooperative may not sell, may sell again, or has left, with the reason.</summary>
internal sealed class OnCooperativeHalted(Cooperatives cooperatives, MembersToTell members, Circular circular)
    : IHandle<CooperativeSuspended>, IHandle<CooperativeReopened>, IHandle<CooperativeClosed>
{
    public Task HandleAsync(CooperativeSuspended happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, "suspended", happened.Reason, delivery, cancellationToken);

    public Task HandleAsync(CooperativeReopened happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, "reopened", happened.Reason, delivery, cancellationToken);

    public Task HandleAsync(CooperativeClosed happened, Delivery delivery, CancellationToken cancellationToken)
        => TellAsync(happened.Cooperative, "closed", happened.Reason, delivery, cancellationToken);

    private async Task TellAsync(CooperativeId cooperative, string what, string reason, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await cooperatives.OneAsync(cooperative, cancellationToken) is not { } card)
            return;
        var managers = await members.OfAsync(cooperative, DeskRoles.Manager, cancellationToken);
        await circular.SendAsync(delivery, managers, "Sellers/Emails/Halted", manager => new HaltedMail(manager.Name, card.Name, what, reason), cancellationToken);
    }
}

/// <summary>What the mail about a cooperative's right to sell says.</summary>
/// <param name="Name">The manager's.</param>
/// <param name="Seller">The cooperative's.</param>
/// <param name="What">The part of the texts' keys.</param>
/// <param name="Reason">As the admin wrote it.</param>
internal sealed record HaltedMail(string Name, LocalizedText Seller, string What, string Reason);
