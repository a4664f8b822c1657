using CoopMarket.Domain.Accounts;
using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Accounts.Contract;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders.Contract;
using CoopMarket.Web.Features.Photos.Contract;
using CoopMarket.Web.Features.Sellers.Contract;
using CoopMarket.Web.Features.Shared;
using CoopMarket.Web.Hosting;
using CoopMarket.Web.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CoopMarket.Web.Features.Complaints;

/// <summary>Somebody complains to the market, with or without an account. One form makes one complaint, however often it is sent.</summary>
internal static class FileComplaint
{
    /// <summary>Stands for a cooperative where she means none of her order's. No cooperative's address is like it.</summary>
    internal const string NoSide = "-";

    internal sealed class Form
    {
        public string? FormKey { get; set; }

        public string? Kind { get; set; }

        public string? OrderCode { get; set; }

        public Guid? Product { get; set; }

        public string? Cooperative { get; set; }

        public string? Words { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        /// <summary>The photos that were taken in before: see <see cref="MessagePhotos"/>.</summary>
        public List<string> Kept { get; set; } = [];
    }

    /// <param name="Cooperative">Its part of the address; null or empty where she named none, see <see cref="NoSide"/>.</param>
    /// <param name="Kept">The photos that were taken in; null: none.</param>
    internal sealed record Command(
        Actor Actor, string? FormKey, string? Kind, string? OrderCode, Guid? Product, string? Cooperative, string? Words, string? Name, string? Email, string? Phone, IReadOnlyList<string>? Kept = null)
        : ICommand<Outcome<Filed>>, IForAnyone
    {
        /// <summary>Of the order, out of her cookie; null where she has none. Whom the order is open to says of which of its cooperatives she complains.</summary>
        public string? OrderSecret { get; init; }

        public static Command Of(Actor actor, Form form)
            => new(actor, form.FormKey, form.Kind, form.OrderCode, form.Product, form.Cooperative, form.Words, form.Name, form.Email, form.Phone, form.Kept);
    }

    /// <param name="Code">The reference.</param>
    /// <param name="Secret">Opens it.</param>
    internal sealed record Filed(string Code, string Secret);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).Must(k => Enum.TryParse<ComplaintKind>(k, out var kind) && kind.ToString() == k).WithMessage("complaints.flaw.kind");
            RuleFor(c => c.OrderCode).Must(c => PublicCode.TryParse(c, out _)).When(c => !string.IsNullOrWhiteSpace(c.OrderCode)).WithMessage("complaints.flaw.order");
            RuleFor(c => c.Words).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words");
            RuleFor(c => c.Name).IsKept("complaints", Complaint.MostName, severalLines: false, "complaints.flaw.name");
            RuleFor(c => c.Email).Must(e => MailAddresses.Read(e) is not null).When(c => !string.IsNullOrWhiteSpace(c.Email)).WithMessage("complaints.flaw.email");
            RuleFor(c => c.Phone).NotEmpty().When(c => string.IsNullOrWhiteSpace(c.Email)).WithMessage("complaints.flaw.phone");
            RuleFor(c => c.Phone).Must(p => Phones.Read(p ?? "", Domain.Shipping.Zones.HomeCountry) is not null).When(c => !string.IsNullOrWhiteSpace(c.Phone)).WithMessage("complaints.flaw.phone-form");
            RuleFor(c => c.FormKey).Must(TypedTexts.IsFormKey).OverridePropertyName("").WithMessage("complaints.flaw.key");
        }
    }

    internal sealed class Handler(MarketDb db, ComplaintFile file, ComplaintTerms terms, OrderBooks orders, OrderSecrets secrets, ProductOwners products, Cooperatives cooperatives, People people, MessagePhotos photos, TimeProvider time, Ids ids)
        : IRequestHandler<Command, Outcome<Filed>>
    {
        public async Task<Outcome<Filed>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.Set<Complaint>().AsNoTracking().FirstOrDefaultAsync(c => c.FormKey == command.FormKey, cancellationToken) is { } before)
                return new Filed(before.Code, file.Open(before));
            if (command.Actor.Person is { } person && !await people.HoldAsync(person, cancellationToken))
                return new AccountIsErased();
            var order = string.IsNullOrWhiteSpace(command.OrderCode) ? null : await orders.ByCodeAsync(command.OrderCode, cancellationToken);
            if (order is null && !string.IsNullOrWhiteSpace(command.OrderCode))
                return Outcome<Filed>.Invalid(nameof(command.OrderCode), "complaints.flaw.order");
            var kind = Enum.Parse<ComplaintKind>(command.Kind!);
            ProductId? product = command.Product is { } id ? new(id) : null;
            var about = await AboutAsync(command.Cooperative, product, order, cancellationToken);
            if (about is null && string.IsNullOrEmpty(command.Cooperative) && order is { Parts.Count: > 1 } && Complaint.ConcernsSeller(kind) && await secrets.OpensAsync(order.Code, command.OrderSecret, command.Actor.Person, cancellationToken))
                return Outcome<Filed>.Invalid(nameof(command.Cooperative), "complaints.flaw.part");
            var (now, secret) = (time.Now(), ids.Secret());
            var (hash, seal) = file.Keep(secret);
            var complaint = Complaint.Receive(
                ids.New<ComplaintId>(),
                new(
                    command.FormKey!, PublicCode.From(ids.Random(5)).Value, kind, order?.Code ?? "", about, about is null ? null : product, TypedTexts.Kept(command.Words, Complaint.MostWords, severalLines: true),
                    TypedTexts.Kept(command.Name, Complaint.MostName, severalLines: false), MailAddresses.Read(command.Email) ?? "", Phones.Read(command.Phone ?? "", Domain.Shipping.Zones.HomeCountry) ?? "",
                    Languages.Current, command.Actor.Person, hash, seal),
                await terms.AtAsync(kind, now, cancellationToken), command.Actor.ToString(), now);
            db.Add(complaint);
            photos.Attach(complaint.Id, command.Kept ?? []);
            return new Filed(complaint.Code, secret);
        }

        // The product's cooperative, the one that she named or whose page she came from, or the only one of the order: nobody is asked to take a side for another.
        private async Task<CooperativeId?> AboutAsync(string? cooperative, ProductId? product, OrderBook? order, CancellationToken cancellationToken)
            => product is { } id && await products.OfAsync(id, cancellationToken) is { } maker ? maker
                : !string.IsNullOrEmpty(cooperative) && await cooperatives.BySlugAsync(cooperative, cancellationToken) is { } named ? named.Id
                : order?.Parts is [{ } only] ? only.Cooperative : null;
    }
}
