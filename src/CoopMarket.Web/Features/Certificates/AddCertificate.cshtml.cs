using CoopMarket.Domain.Shared;
using CoopMarket.Web.Features.Catalog.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>A new certificate of a desk.</summary>
internal sealed class AddCertificateModel(ProductOwners owners, KeptPaper kept) : CertificatePage(owners, kept)
{
    public override bool HasPaper => !string.IsNullOrEmpty(Form.Kept);

    /// <summary>The product from whose page she comes; it is chosen at first.</summary>
    public async Task OnGetAsync(ProductId? product)
    {
        await LoadProductsAsync();
        Form.Products = [.. Products.Where(p => p.Id == product).Select(p => p.Id)];
    }

    /// <summary>Back to that product's page, if she came from one.</summary>
    public async Task<IActionResult> OnPostAsync(ProductId? product)
    {
        await LoadProductsAsync();
        var where = Products.Any(p => p.Id == product) ? $"/sell/products/{product}/origin" : "/sell/certificates";
        return await SaveAsync(paper => new AddCertificate.Command(Actor, Cooperative, Form, paper), "certificates.added", where);
    }
}
