using CoopMarket.Domain.Settlement;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;

namespace CoopMarket.Web.Features.Settlement;

/// <summary>Writes to the managers of all cooperatives that the market's fee will change, as the page of fees promises.</summary>
internal sealed class OnFeeSet(MembersToTell members, Circular circular) : IHandle<FeeSet>
{
    public async Task HandleAsync(FeeSet happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var managers = await members.OfAllAsync(DeskRoles.Manager, cancellationToken);
        await circular.SendAsync(delivery, managers, "Settlement/Emails/Fee", manager => new FeeMail(manager.Name, happened.BasisPoints, happened.Before, happened.From), cancellationToken);
    }
}

/// <summary>What the mail about a fee says.</summary>
/// <param name="Name">The manager's.</param>
/// <param name="BasisPoints">The fee to come; 100 = 1 % of the goods.</param>
/// <param name="Before">What it would be without.</param>
/// <param name="From">From when on, UTC.</param>
internal sealed record FeeMail(string Name, int BasisPoints, int Before, DateTimeOffset From);
