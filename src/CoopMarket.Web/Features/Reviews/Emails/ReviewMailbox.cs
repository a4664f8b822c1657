using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Reviews.Emails;

/// <summary>Writes about reviews to those who wrote them and to the cooperatives of which they speak.</summary>
internal sealed class ReviewMailbox(MarketDb db, BuyersToTell buyers, MembersToTell members, Mailroom mailroom, MarketSettings market)
{
    private const string Template = "Reviews/Emails/About";

    /// <summary>To its writer; to nobody where she left no e-mail.</summary>
    /// <param name="said">What the mail quotes besides: the answer, or the admin's reason.</param>
    public async Task TellWriterAsync(Delivery delivery, ReviewId id, string what, Func<Review, string> said, CancellationToken cancellationToken)
    {
        var review = await OneAsync(id, cancellationToken);
        if (await buyers.OfAsync(review.Order, cancellationToken) is { } buyer)
            await mailroom.SendAsync(delivery.Id, buyer.Email, buyer.Language, Template, Mail(review, what, buyer.Name, said(review), buyer.Link), cancellationToken);
    }

    /// <summary>To every member of its cooperative who tells of goods.</summary>
    public async Task TellDeskAsync(Delivery delivery, ReviewId id, string what, Func<Review, string> said, CancellationToken cancellationToken)
    {
        var review = await OneAsync(id, cancellationToken);
        foreach (var member in await members.OfAsync(review.Cooperative, DeskRoles.Telling, cancellationToken))
        {
            if (member.Email is not { } to)
                continue;
            var language = Languages.AtDesk(member.Language);
            var link = $"{market.PublicUrl}{Languages.Prefix(language)}/sell/reviews";
            await mailroom.SendAsync(delivery.IdFor($"desk {to}"), to, language, Template, Mail(review, what, member.Name, said(review), link), cancellationToken);
        }
    }

    private static ReviewMail Mail(Review review, string what, string name, string said, string link) => new(what, name, review.ProductName, review.Stars, review.Words, said, link);

    private Task<Review> OneAsync(ReviewId id, CancellationToken cancellationToken) => db.Set<Review>().AsNoTracking().FirstAsync(r => r.Id == id, cancellationToken);
}
