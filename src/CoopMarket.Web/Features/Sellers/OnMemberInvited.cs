using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Sellers;

/// <summary>
/// Writes to an invitee that is known by e-mail. The keys are not in the mail: they are stored nowhere, the manager passes them on.
/// </summary>
internal sealed class OnMemberInvited(MarketDb db, Cooperatives cooperatives, Mailroom mailroom) : IHandle<MemberInvited>
{
    public async Task HandleAsync(MemberInvited happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var invitation = await db.Set<Invitation>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == happened.Invitation, cancellationToken);
        if (invitation is null || !invitation.BoundTo.Contains('@') || await cooperatives.OneAsync(invitation.Cooperative, cancellationToken) is not { } card)
            return;
        await mailroom.SendAsync(delivery.Id, invitation.BoundTo, Languages.All[0], "Sellers/Emails/Invited", new InvitedMail(card.Name, invitation.Role), cancellationToken);
    }
}

/// <summary>What the mail to an invitee says.</summary>
internal sealed record InvitedMail(LocalizedText Seller, MemberRole Role);
