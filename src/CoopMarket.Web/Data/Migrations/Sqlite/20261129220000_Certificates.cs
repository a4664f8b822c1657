using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Certificates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "certificates_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    issued = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paper = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reminded = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificates_products",
                columns: table => new
                {
                    certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates_products", x => new { x.certificate, x.product });
                    table.ForeignKey(
                        name: "fk_certificates_products_certificates_certificates_certificate",
                        column: x => x.certificate,
                        principalTable: "certificates_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_certificates_cooperative",
                table: "certificates_certificates",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_certificates_state_expires",
                table: "certificates_certificates",
                columns: new[] { "state", "expires" });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_products_product",
                table: "certificates_products",
                column: "product");

            migrationBuilder.Sql(CarriedCertificates.Rows);
            migrationBuilder.Sql(CarriedCertificates.Products);

            migrationBuilder.DropTable(
                name: "catalog_certificates");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "certificates_products");

            migrationBuilder.DropTable(
                name: "certificates_certificates");

            migrationBuilder.CreateTable(
                name: "catalog_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    expires = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    issued = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalog_certificates_catalog_products_product",
                        column: x => x.product,
                        principalTable: "catalog_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_certificates_product",
                table: "catalog_certificates",
                column: "product");
        }
    }
}
