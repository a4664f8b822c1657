using CoopMarket.Domain.Questions;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Questions.Emails;

/// <summary>Writes to the side that is to hear of a message.</summary>
internal sealed class QuestionMailbox(MarketDb db, QuestionFile file, Cooperatives cooperatives, MembersToTell members, Mailroom mailroom, MarketSettings market)
{
    private const string Template = "Questions/Emails/Said";

    /// <summary>Of the newest message of a thread.</summary>
    public async Task TellAsync(Delivery delivery, QuestionId id, int number, QuestionSide to, CancellationToken cancellationToken)
    {
        var question = await db.Set<Question>().AsNoTracking().FirstAsync(q => q.Id == id, cancellationToken);
        // Who was forgotten meanwhile is neither written to nor told of.
        if (question.Name.Length == 0)
            return;
        var message = await db.Set<QuestionMessage>().AsNoTracking().FirstAsync(m => m.Question == id && m.Number == number, cancellationToken);
        // What leads out of the market is read there, beside its warning.
        var said = message.Signs == OutsideSigns.None ? message.Words : null;
        await (to == QuestionSide.Buyer ? TellBuyerAsync(delivery, question, said, cancellationToken) : TellDeskAsync(delivery, question, said, cancellationToken));
    }

    private async Task TellBuyerAsync(Delivery delivery, Question question, string? said, CancellationToken cancellationToken)
    {
        if (await file.AddressAsync(question, cancellationToken) is not { } to || await cooperatives.OneAsync(question.Cooperative, cancellationToken) is not { } coop)
            return;
        QuestionMail mail = new("buyer", question.Name, coop.Name, question.ProductName, question.OrderCode, said, file.Link(question));
        await mailroom.SendAsync(delivery.Id, to, question.Language, Template, mail, cancellationToken);
    }

    // About an order those who pack, about goods those who tell of them, and the managers: any member may answer, but not each wants every mail.
    private async Task TellDeskAsync(Delivery delivery, Question question, string? said, CancellationToken cancellationToken)
    {
        foreach (var member in await members.OfAsync(question.Cooperative, question.OrderCode.Length > 0 ? DeskRoles.Packing : DeskRoles.Telling, cancellationToken))
        {
            if (member.Email is not { } to)
                continue;
            var language = Languages.AtDesk(member.Language);
            QuestionMail mail = new(
                "desk", member.Name, new(question.Name), question.ProductName, question.OrderCode, said, $"{market.PublicUrl}{Languages.Prefix(language)}/sell/questions/{question.Id}");
            await mailroom.SendAsync(delivery.IdFor($"desk {to}"), to, language, Template, mail, cancellationToken);
        }
    }
}
