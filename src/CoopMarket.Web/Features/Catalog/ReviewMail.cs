using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Catalog;

/// <summary>What the mails about an admin's decision say.</summary>
/// <param name="Name">To whom.</param>
/// <param name="Product">The product's name.</param>
/// <param name="Reason">What the admin wrote; empty where she approved.</param>
/// <param name="Link">The product at the desk.</param>
public sealed record ReviewLetter(string Name, LocalizedText Product, string Reason, string Link);

/// <summary>Writes to those of a cooperative who list goods.</summary>
internal sealed class ReviewMail(MarketDb db, MembersToTell members, Mailroom mailroom, MarketSettings settings)
{
    /// <summary>One mail to everybody with an address; the same ones at every try.</summary>
    public async Task SendAsync(Delivery delivery, string template, CooperativeId cooperative, ProductId product, string reason, CancellationToken cancellationToken)
    {
        if (await db.Set<Product>().Where(p => p.Id == product).Select(p => p.Name).FirstOrDefaultAsync(cancellationToken) is not { } name)
            return;
        foreach (var reach in await members.OfAsync(cooperative, DeskRoles.Telling, cancellationToken))
        {
            if (reach.Email is not { } email)
                continue;
            var language = Languages.AtDesk(reach.Language);
            var link = $"{settings.PublicUrl}{Languages.Prefix(language)}/sell/products/{product}";
            await mailroom.SendAsync(
                delivery.IdFor(email), email, language, "Catalog/Emails/" + template, new ReviewLetter(reach.Name, name, reason, link), cancellationToken);
        }
    }
}
