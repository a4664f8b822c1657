using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Finds the managers of all cooperatives: the market's fee will change, and the page of fees promises that they are told.</summary>
internal sealed class OnFeeSet(MembersToTell members, Outbox outbox) : IHandle<FeeSet>
{
    public async Task HandleAsync(FeeSet happened, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var manager in await members.OfAllAsync(DeskRoles.Manager, cancellationToken))
            outbox.Raise(new FeeToTell(manager, happened.BasisPoints, happened.From, happened.Before));
    }
}

/// <summary>Writes to one of them.</summary>
internal sealed class OnFeeToTell(People people, Circular circular) : IHandle<FeeToTell>
{
    public async Task HandleAsync(FeeToTell happened, Delivery delivery, CancellationToken cancellationToken)
    {
        if (await people.ReachAsync(happened.Manager, cancellationToken) is { } manager)
            await circular.SendAsync(delivery, [manager], "Settlement/Emails/Fee", to => new FeeMail(to.Name, happened.BasisPoints, happened.Before, happened.From), cancellationToken);
    }
}

/// <summary>What the mail about a fee says.</summary>
/// <param name="Name">The manager's.</param>
/// <param name="BasisPoints">The fee to come; 100 = 1 % of the goods.</param>
/// <param name="Before">What it would be without.</param>
/// <param name="From">From when on, UTC.</param>
internal sealed record FeeMail(string Name, int BasisPoints, int Before, DateTimeOffset From);
