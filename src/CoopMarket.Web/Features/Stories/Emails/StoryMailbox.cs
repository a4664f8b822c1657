using CoopMarket.Domain.Shared;
using CoopMarket.Domain.Stories;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Stories.Emails;

/// <summary>Writes to cooperatives about what people agreed to.</summary>
internal sealed class StoryMailbox(MarketDb db, MembersToTell members, Mailroom mailroom, MarketSettings market)
{
    /// <summary>To every member who tells stories; to nobody where the voice was removed for good meanwhile.</summary>
    public async Task TellDeskAsync(Delivery delivery, ConsentId id, CancellationToken cancellationToken)
    {
        if (await db.Set<Consent>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellationToken) is not { } consent)
            return;
        var story = await db.Set<Story>().AsNoTracking().FirstAsync(s => s.Id == consent.Story, cancellationToken);
        foreach (var member in await members.OfAsync(consent.Cooperative, DeskRoles.Telling, cancellationToken))
        {
            if (member.Email is not { } to)
                continue;
            var language = Languages.AtDesk(member.Language);
            var link = $"{market.PublicUrl}{Languages.Prefix(language)}/sell/consents?part={ConsentPart.Past}";
            await mailroom.SendAsync(delivery.IdFor($"desk {to}"), to, language, "Stories/Emails/About", new StoryMail(consent.Kind, member.Name, consent.Who, story.Title, link), cancellationToken);
        }
    }
}
