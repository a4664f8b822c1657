using CoopMarket.Domain.Complaints;
using CoopMarket.Domain.Shared;
using CoopMarket.Web.Data;
using CoopMarket.Web.Features.Catalog.Contract;
using CoopMarket.Web.Features.Orders.Contract;
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
    }

    internal sealed record Command(Actor Actor, Form Form) : ICommand<Outcome<Filed>>, IForAnyone;

    /// <param name="Code">The reference.</param>
    /// <param name="Secret">Opens it.</param>
    internal sealed record Filed(string Code, string Secret);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Form.Kind).Must(k => Enum.TryParse<ComplaintKind>(k, out var kind) && kind.ToString() == k).WithMessage("complaints.flaw.kind").OverridePropertyName(nameof(Form.Kind));
            RuleFor(c => c.Form.OrderCode).Must(c => PublicCode.TryParse(c, out _)).When(c => !string.IsNullOrWhiteSpace(c.Form.OrderCode)).WithMessage("complaints.flaw.order").OverridePropertyName(nameof(Form.OrderCode));
            RuleFor(c => c.Form.Words).IsKept("complaints", Complaint.MostWords, severalLines: true, "complaints.flaw.words").OverridePropertyName(nameof(Form.Words));
            RuleFor(c => c.Form.Name).IsKept("complaints", Complaint.MostName, severalLines: false, "complaints.flaw.name").OverridePropertyName(nameof(Form.Name));
            RuleFor(c => c.Form.Email).Must(e => MailAddresses.Read(e) is not null).When(c => !string.IsNullOrWhiteSpace(c.Form.Email)).WithMessage("complaints.flaw.email").OverridePropertyName(nameof(Form.Email));
            RuleFor(c => c.Form.Phone).Must(p => Phones.Read(p ?? "", Domain.Shipping.Zones.HomeCountry) is not null)
                .When(c => !string.IsNullOrWhiteSpace(c.Form.Phone) || string.IsNullOrWhiteSpace(c.Form.Email)).WithMessage("complaints.flaw.phone").OverridePropertyName(nameof(Form.Phone));
            RuleFor(c => c.Form.FormKey).Must(k => k is { Length: Complaint.FormKeyLength } && k.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')).OverridePropertyName("").WithMessage("complaints.flaw.key");
        }
    }

    internal sealed class Handler(MarketDb db, ComplaintFile file, ComplaintTerms terms, OrderBooks orders, ProductOwners products, Cooperatives cooperatives, TimeProvider time, Ids ids)
        : IRequestHandler<Command, Outcome<Filed>>
    {
        public async Task<Outcome<Filed>> Handle(Command command, CancellationToken cancellationToken)
        {
            var form = command.Form;
            if (await db.Set<Complaint>().AsNoTracking().FirstOrDefaultAsync(c => c.FormKey == form.FormKey, cancellationToken) is { } before)
                return new Filed(before.Code, file.Open(before));
            var order = string.IsNullOrWhiteSpace(form.OrderCode) ? null : await orders.ByCodeAsync(form.OrderCode, cancellationToken);
            if (order is null && !string.IsNullOrWhiteSpace(form.OrderCode))
                return Outcome<Filed>.Invalid(nameof(form.OrderCode), "complaints.flaw.order");
            var kind = Enum.Parse<ComplaintKind>(form.Kind!);
            ProductId? product = form.Product is { } id ? new(id) : null;
            var about = await AboutAsync(form, product, order, cancellationToken);
            var (now, secret) = (time.Now(), ids.Secret());
            var (hash, seal) = file.Keep(secret);
            var complaint = Complaint.Receive(
                ids.New<ComplaintId>(),
                new(
                    form.FormKey!, PublicCode.From(ids.Random(5)).Value, kind, order?.Code ?? "", about, about is null ? null : product, TypedTexts.Kept(form.Words, Complaint.MostWords, severalLines: true),
                    TypedTexts.Kept(form.Name, Complaint.MostName, severalLines: false), MailAddresses.Read(form.Email) ?? "", Phones.Read(form.Phone ?? "", Domain.Shipping.Zones.HomeCountry) ?? "",
                    Languages.Current, command.Actor.Person, hash, seal),
                await terms.AtAsync(kind, now, cancellationToken), command.Actor.ToString(), now);
            db.Add(complaint);
            return new Filed(complaint.Code, secret);
        }

        // The product's cooperative, the one whose page she came from, or the only one of the order: nobody is asked to take a side for another.
        private async Task<CooperativeId?> AboutAsync(Form form, ProductId? product, OrderBook? order, CancellationToken cancellationToken)
            => product is { } id && await products.OfAsync(id, cancellationToken) is { } maker ? maker
                : !string.IsNullOrEmpty(form.Cooperative) && await cooperatives.BySlugAsync(form.Cooperative, cancellationToken) is { } named ? named.Id
                : order?.Parts is [{ } only] ? only.Cooperative : null;
    }
}
