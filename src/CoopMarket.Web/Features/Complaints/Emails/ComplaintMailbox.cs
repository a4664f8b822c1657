using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared.Emails;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Messaging;
using CoopMarket.Web.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints.Emails;

/// <summary>Writes about complaints to both sides, and to the market's admins where goods may have to go within the hour.</summary>
internal sealed class ComplaintMailbox(MarketDb db, ComplaintFile file, MembersToTell members, People people, Circular circular, Mailroom mailroom, MarketSettings market)
{
    private const string Template = "Complaints/Emails/About";

    /// <summary>Of one step in a complaint's trail.</summary>
    public async Task TellAsync(Delivery delivery, ComplaintId id, int number, CancellationToken cancellationToken)
    {
        var complaint = await db.Set<Complaint>().AsNoTracking().FirstAsync(c => c.Id == id, cancellationToken);
        var move = await db.Set<ComplaintMove>().AsNoTracking().FirstAsync(m => m.Complaint == id && m.Number == number, cancellationToken);
        // Those first who may have to act within the hour.
        if (complaint.Kind == ComplaintKind.TakeDown && move.Kind == ComplaintMoveKind.Received)
            await circular.SendAsync(
                delivery, await people.AdminsAsync(cancellationToken), Template,
                admin => Mail(complaint, move, Slug(move.Kind) + "-admin", admin.Name, $"{market.PublicUrl}{Languages.Prefix(Languages.AtDesk(admin.Language))}/admin/complaints/{complaint.Id}"), cancellationToken);
        await TellWriterAsync(delivery, complaint, move, cancellationToken);
        await TellDeskAsync(delivery, complaint, move, cancellationToken);
    }

    // To nobody where she left no e-mail, and not of what the cooperative says.
    private async Task TellWriterAsync(Delivery delivery, Complaint complaint, ComplaintMove move, CancellationToken cancellationToken)
    {
        if (complaint.Email.Length > 0 && move.Kind != ComplaintMoveKind.SideTold)
            await mailroom.SendAsync(
                delivery.Id, complaint.Email, complaint.Language, Template,
                Mail(complaint, move, Slug(move.Kind), complaint.Name, file.Link(complaint)) with { DaysToAskAgain = move.Kind == ComplaintMoveKind.Settled ? Complaint.TimeForSecondLook.Days : null }, cancellationToken);
    }

    // To the managers of the cooperative that is the other side: that somebody complains, asks again, and how it ends.
    private async Task TellDeskAsync(Delivery delivery, Complaint complaint, ComplaintMove move, CancellationToken cancellationToken)
    {
        if (!complaint.HasOtherSide || move.Kind is not (ComplaintMoveKind.Received or ComplaintMoveKind.Settled or ComplaintMoveKind.SecondLook or ComplaintMoveKind.Closed))
            return;
        foreach (var member in await members.OfAsync(complaint.Cooperative!.Value, DeskRoles.Manager, cancellationToken))
        {
            if (member.Email is not { } to)
                continue;
            var language = Languages.AtDesk(member.Language);
            var link = $"{market.PublicUrl}{Languages.Prefix(language)}/sell/complaints";
            await mailroom.SendAsync(delivery.IdFor($"desk {member.Email}"), to, language, Template, Mail(complaint, move, Slug(move.Kind) + "-desk", member.Name, link), cancellationToken);
        }
    }

    private static string Slug(ComplaintMoveKind kind) => kind == ComplaintMoveKind.SecondLook ? "second-look" : kind.ToString().ToLowerInvariant();

    private static ComplaintMail Mail(Complaint complaint, ComplaintMove move, string what, string name, string link)
        => new(what, name, complaint.Code, complaint.Kind, move.Words, complaint.AnswerBy, complaint.SettleBy, link);
}
