using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>Writes to the other managers that somebody sits at their desk now: who did not mean it to be so hears of it.</summary>
internal sealed class OnMemberJoined(MarketDb db, Cooperatives cooperatives, MembersToTell members, People people, Circular circular) : IHandle<MemberJoined>
{
    public async Task HandleAsync(MemberJoined happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var role = await db.Set<Membership>().Where(m => m.Cooperative == happened.Cooperative && m.Person == happened.Person).Select(m => (MemberRole?)m.Role).FirstOrDefaultAsync(cancellationToken);
        if (role is not { } joined || await people.ReachAsync(happened.Person, cancellationToken) is not { } who || await cooperatives.OneAsync(happened.Cooperative, cancellationToken) is not { } card)
            return;
        var managers = (await members.OfAsync(happened.Cooperative, DeskRoles.Manager, cancellationToken)).Where(m => m != who);
        await circular.SendAsync(delivery, managers, "Sellers/Emails/Joined", manager => new JoinedMail(manager.Name, card.Name, who.Name, joined), cancellationToken);
    }
}

/// <summary>What the mail about a new member says.</summary>
/// <param name="Name">The manager's.</param>
/// <param name="Seller">The cooperative's.</param>
/// <param name="Who">The new member's name.</param>
internal sealed record JoinedMail(string Name, LocalizedText Seller, string Who, MemberRole Role);
