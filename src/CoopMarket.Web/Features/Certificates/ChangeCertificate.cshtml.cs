using CoopMarket.Domain.Certificates;
using CoopMarket.Web.Features.Catalog.Contract;
using Microsoft.AspNetCore.Mvc;

namespace CoopMarket.Web.Features.Certificates;

/// <summary>A certificate of a desk: what stands on it, how it stands, and taking it back.</summary>
internal sealed class ChangeCertificateModel(ProductOwners owners, KeptPaper kept) : CertificatePage(owners, kept)
{
    [BindProperty(SupportsGet = true)]
    [FromRoute(Name = "id")]
    public CertificateId Id { get; set; }

    public OwnCertificate.View View { get; private set; } = null!;

    public override bool HasPaper => View.File is not null || !string.IsNullOrEmpty(Form.Kept);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Form = View.Form;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
        => await LoadAsync() ? await SaveAsync(paper => new ChangeCertificate.Command(Actor, Cooperative, Id, Form, paper), "certificates.changed") : NotFound();

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        var outcome = await SendAsync(new WithdrawCertificate.Command(Actor, Cooperative, Id));
        return outcome.Refusal is { } refusal ? GoToWith("/sell/certificates", refusal) : GoTo("/sell/certificates", "certificates.withdrawn");
    }

    private async Task<bool> LoadAsync()
    {
        if (await SendAsync(new OwnCertificate.Query(Actor, Cooperative, Id)) is not { } view)
            return false;
        View = view;
        await LoadProductsAsync();
        return true;
    }
}
