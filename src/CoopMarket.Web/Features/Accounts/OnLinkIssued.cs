using CoopMarket.Domain.Accounts;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Accounts;

/// <summary>What the mails of an account show.</summary>
/// <param name="Name">The person's name.</param>
/// <param name="Address">The whole address of the link.</param>
internal sealed record LinkMail(string Name, string Address);

/// <summary>Mails a link. Its address comes from the settings, never from a request.</summary>
internal sealed class OnLinkIssued(MarketDb db, Links links, Mailroom mailroom, MarketSettings market, TimeProvider time) : IHandle<LinkIssued>
{
    public async Task HandleAsync(LinkIssued happened, Delivery delivery, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var due = await (from l in db.Set<AccountLink>()
                         join a in db.Set<Account>() on l.AccountId equals a.Id
                         where l.Id == happened.Link && l.SpentAt == null && l.ExpiresAt > now
                         select new { l.Id, l.Purpose, Email = l.Email!, a.FullName, a.Language }).FirstOrDefaultAsync(cancellationToken);
        if (due is null)
            return;
        var root = market.PublicUrl + Languages.Prefix(due.Language);
        var path = due.Purpose == LinkPurpose.Reminder ? "/account/sign-in" : "/account/link/" + links.Token(due.Id);
        await mailroom.SendAsync(delivery.Id, due.Email, due.Language, $"Accounts/Emails/{due.Purpose}", new LinkMail(due.FullName, root + path), cancellationToken);
    }
}
