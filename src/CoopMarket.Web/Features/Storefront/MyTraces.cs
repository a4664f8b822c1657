using CoopMarket.Domain.Catalog;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Payments;
using CoopMarket.Domain.Photos;
using CoopMarket.Domain.Reviews;
using CoopMarket.Domain.Sellers;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Data;
using CoopMarket.Web.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Storefront;

/// <summary>What is kept of a person beside her account and her orders, for the copy of her data.</summary>
internal static class MyTraces
{
    internal sealed record Query(Actor Actor) : IQuery<View>, IForPerson;

    /// <param name="Basket">What lies in it.</param>
    /// <param name="Devices">On which she ever signed in, as long as that is kept.</param>
    /// <param name="Unconfirmed">Addresses that she typed and that wait for her to confirm them, or waited.</param>
    /// <param name="Complaints">Those that she sent in signed in.</param>
    /// <param name="Reports">What she said of others' reviews.</param>
    /// <param name="BankLines">What the bank wrote of money for her orders.</param>
    /// <param name="Invitations">To desks, to her phone or e-mail.</param>
    /// <param name="Record">What she did at desks and in the office, as the record has it.</param>
    internal sealed record View(
        IReadOnlyList<Wanted> Basket, IReadOnlyList<Device> Devices, IReadOnlyList<Typed> Unconfirmed, IReadOnlyList<Complained> Complaints, IReadOnlyList<Reported> Reports, IReadOnlyList<Transferred> BankLines,
        IReadOnlyList<Invited> Invitations, IReadOnlyList<Recorded> Record);

    internal sealed record Wanted(LocalizedText Product, LocalizedText Size, int Quantity, DateTimeOffset At);

    /// <param name="Name">What the browser called itself.</param>
    /// <param name="Address">The network address.</param>
    internal sealed record Device(string Name, string Address, DateTimeOffset Since, DateTimeOffset? EndedAt);

    internal sealed record Typed(string Email, DateTimeOffset At);

    /// <param name="Trail">What both sides wrote, the first first.</param>
    /// <param name="Photos">How many stand beside it.</param>
    internal sealed record Complained(
        string Code, ComplaintKind Kind, ComplaintState State, string OrderCode, string Name, string Email, string Phone, DateTimeOffset ReceivedAt, IReadOnlyList<Step> Trail,
        int Photos);

    internal sealed record Step(ComplaintMoveKind Kind, string Words, DateTimeOffset At);

    internal sealed record Reported(ReportReason? Reason, string Words, DateTimeOffset At);

    internal sealed record Transferred(string Order, Money Amount, string Text, DateTimeOffset At);

    internal sealed record Invited(LocalizedText Cooperative, MemberRole Role, string To, DateTimeOffset At);

    /// <param name="What">Area and use case.</param>
    /// <param name="About">The code or id of the thing; empty where there is none.</param>
    /// <param name="Address">The network address.</param>
    internal sealed record Recorded(string What, string About, string Address, AuditResult Result, DateTimeOffset At);

    internal sealed class Handler(MarketReads reads) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken cancellationToken)
        {
            var me = query.Actor.Me;
            var id = me.ToString();
            var account = await reads.Of<Account>().SingleAsync(a => a.Id == me.Value, cancellationToken);
            var orders = await reads.Of<Order>().IgnoreAutoIncludes().Where(o => o.Buyer == me).ToDictionaryAsync(o => o.Id, o => o.Code, cancellationToken);
            var codes = orders.Keys.ToList();
            return new(
                await BasketAsync(me, cancellationToken),
                await reads.Of<AccountSession>().Where(s => s.AccountId == me.Value).OrderBy(s => s.CreatedAt).Select(s => new Device(s.Device, s.Address, s.CreatedAt, s.EndedAt)).ToListAsync(cancellationToken),
                await reads.Of<AccountLink>().Where(l => l.AccountId == me.Value && l.Email != null).OrderBy(l => l.CreatedAt).Select(l => new Typed(l.Email!, l.CreatedAt)).ToListAsync(cancellationToken),
                await ComplaintsAsync(me, cancellationToken),
                await reads.Of<ReviewMove>().Where(m => m.By == id && m.Kind == ReviewMoveKind.Reported).OrderBy(m => m.At).Select(m => new Reported(m.Reason, m.Words, m.At)).ToListAsync(cancellationToken),
                [.. (await reads.Of<MoneyIn>().Where(m => m.Order != null && codes.Contains(m.Order.Value)).OrderBy(m => m.BookedAt).ToListAsync(cancellationToken))
                    .Select(m => new Transferred(orders[m.Order!.Value], m.Amount, m.Text, m.BookedAt))],
                await InvitationsAsync(account, cancellationToken),
                await reads.Of<AuditRow>().Where(r => r.Actor == id).OrderBy(r => r.At).Select(r => new Recorded(r.What, r.About, r.Address, r.Result, r.At)).ToListAsync(cancellationToken));
        }

        private async Task<IReadOnlyList<Wanted>> BasketAsync(PersonId me, CancellationToken cancellationToken)
        {
            var lines = (await reads.Of<Basket>().Where(b => b.Person == me).ToListAsync(cancellationToken)).SelectMany(b => b.Lines).OrderBy(l => l.AddedAt).ToList();
            var ids = lines.Select(l => l.Variant).ToList();
            var sizes = await (from v in reads.Of<Variant>()
                               join p in reads.Of<Product>() on v.Product equals p.Id
                               where ids.Contains(v.Id)
                               select new { v.Id, Product = p.Name, v.Name }).ToDictionaryAsync(v => v.Id, cancellationToken);
            return [.. lines.Where(l => sizes.ContainsKey(l.Variant)).Select(l => new Wanted(sizes[l.Variant].Product, sizes[l.Variant].Name, l.Quantity, l.AddedAt))];
        }

        private async Task<IReadOnlyList<Invited>> InvitationsAsync(Account account, CancellationToken cancellationToken)
        {
            List<string> reached = [.. new[] { account.EmailConfirmed ? account.Email?.ToLowerInvariant() : null, account.PhoneNumber }.OfType<string>()];
            return await (from i in reads.Of<Invitation>()
                          join c in reads.Of<Cooperative>() on i.Cooperative equals c.Id
                          where reached.Contains(i.BoundTo)
                          orderby i.InvitedAt
                          select new Invited(c.Name, i.Role, i.BoundTo, i.InvitedAt)).ToListAsync(cancellationToken);
        }

        private async Task<IReadOnlyList<Complained>> ComplaintsAsync(PersonId me, CancellationToken cancellationToken)
        {
            var hers = await reads.Of<Complaint>().Where(c => c.Person == me).Include(c => c.Moves).OrderBy(c => c.ReceivedAt).ToListAsync(cancellationToken);
            var ids = hers.Select(c => c.Id.Value).ToList();
            var photos = await reads.Of<Photo>().Where(p => p.SubjectKind == PhotoSubjectKind.Complaint && ids.Contains(p.SubjectId) && p.RemovedAt == null).Select(p => p.SubjectId).ToListAsync(cancellationToken);
            return [.. hers.Select(c => Of(c, photos.Count(p => p == c.Id.Value)))];
        }

        private static Complained Of(Complaint complaint, int photos) => new(
            complaint.Code, complaint.Kind, complaint.State, complaint.OrderCode, complaint.Name, complaint.Email, complaint.Phone, complaint.ReceivedAt,
            [.. complaint.Moves.OrderBy(m => m.Number).Select(m => new Step(m.Kind, m.Words, m.At))], photos);
    }
}
