using CoopMarket.Domain.Orders;
using CoopMarket.Domain.Shared;
using FluentValidation;

namespace CoopMarket.Web.Features.Orders;

/// <summary>The four lines of an invoice that a buyer may ask for: all that matter, or none.</summary>
internal static class AskedInvoice
{
    public const int MostName = 200;
    public const int MostTaxCode = 20;

    /// <summary>What its lines must be, once anything of it is typed.</summary>
    public static void Check(AbstractValidator<PlaceOrder.Command> order) => order.When(IsAsked, () =>
    {
        order.RuleFor(c => c.InvoiceName).Must(t => Typed.IsText(t, MostName)).WithMessage("orders.form.invoice-name").WithState(_ => Typed.Most(MostName));
        order.RuleFor(c => c.InvoiceTaxCode).Must(t => t.Length <= MostTaxCode && TaxCode.Read(t.Trim()) is not null).WithMessage("orders.form.invoice-tax-code");
        order.RuleFor(c => c.InvoiceAddress).Must(t => Typed.IsText(t, Typed.MostStreet)).WithMessage("orders.form.invoice-address").WithState(_ => Typed.Most(Typed.MostStreet));
        order.RuleFor(c => c.InvoiceEmail).Must(Typed.IsEmail).When(c => !string.IsNullOrWhiteSpace(c.InvoiceEmail)).WithMessage("orders.form.invoice-email");
    });

    /// <summary>What was asked for, as it is kept; checked before.</summary>
    public static InvoiceWish Of(PlaceOrder.Command command) => IsAsked(command)
        ? new(Typed.Clean(command.InvoiceName), TaxCode.Read(command.InvoiceTaxCode.Trim())!, Typed.Clean(command.InvoiceAddress), command.InvoiceEmail.Trim())
        : InvoiceWish.None;

    private static bool IsAsked(PlaceOrder.Command command)
        => new[] { command.InvoiceName, command.InvoiceTaxCode, command.InvoiceAddress, command.InvoiceEmail }.Any(t => !string.IsNullOrWhiteSpace(t));
}
